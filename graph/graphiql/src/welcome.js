// What the editor shows first. The lines are short, because the editor is
// about half as wide as the window.
export default `# The Latchkey admin API
#
# 1. Sign in: fill in your e-mail and password
#    below, then run "SignIn". It sets a session
#    cookie, which later requests carry.
# 2. Run "Me" to see who you are.
#
# Ctrl-Enter (Mac: Cmd-Enter) runs the operation
# under the cursor, Ctrl-Space completes, and the
# book icon opens the reference.
#
# What you type is kept in memory only: it is gone
# when you reload or close the page.

mutation SignIn {
  signIn(
    input: {
      email: ""
      password: ""
    }
  ) {
    userErrors {
      code
      message
      field
    }
  }
}

query Me {
  me {
    name
    email
  }
}
`;
