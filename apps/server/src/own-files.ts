/** What the server and the operator's commands write is for the user that runs them: no file is another's to read. */
process.umask(0o077)
