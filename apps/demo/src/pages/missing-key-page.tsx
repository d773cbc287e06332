/** What a newcomer sees who started Vite without the server's key. */
export function MissingKeyPage() {
  return (
    <main className="page narrow">
      <h1>The demo needs a key</h1>
      <p>
        Run <code>npm start</code> at the root of the repository: it starts the server and hands its key to
        this page. To start the demo alone, set <code>VITE_CLERK_PUBLISHABLE_KEY</code> to the publishable key
        in <code>.usher/keys.json</code>.
      </p>
    </main>
  )
}
