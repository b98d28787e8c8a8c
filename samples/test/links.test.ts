// What the plan sign-in.md has delivered so far: only its name matters here.
