import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { setNonce } from "get-nonce";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { createRoot } from "react-dom/client";
import { MemoryStorage } from "./memory-storage.js";
import "./page.css";
import welcome from "./welcome.js";

// Dialogs add a style element while they are open; the page's policy admits
// it by this nonce only.
setNonce(document.currentScript.nonce);

const root = document.getElementById("graphiql");

const fetcher = createGraphiQLFetcher({
  url: root.dataset.endpoint,
  enableIncrementalDelivery: false,
  fetch: (url, init) => fetch(url, { ...init, credentials: "same-origin" }),
});

createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    defaultQuery={welcome}
    storage={new MemoryStorage()}
    showPersistHeadersSettings={false}
  />,
);
