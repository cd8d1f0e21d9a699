// Runs the Rust Worker and its objects; after a trap they start afresh instead of failing every request that follows.
import { DurableObject } from "cloudflare:workers";
import * as rust from "./bound/worker.js";

const state = rust.__worker_init_state();

// After this the program is whole, and `state.instanceId` says which one it is.
function revive() {
  if (state.criticalError) {
    rust.__wbg_reset_state();
    state.criticalError = false;
  }
  // A call into the program makes up for a reset that was put off.
  rust.__worker_init_state();
}

async function guarded(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) state.criticalError = true;
    throw error;
  }
}

export default {
  async fetch(request, env, context) {
    revive();
    return guarded(() => rust.fetch(request, env, context));
  },
};

// An object of the program that is made anew when the program was; what it keeps lies in its storage.
function object(name) {
  return class extends DurableObject {
    #inner;
    #instance;

    #current() {
      revive();
      if (this.#instance !== state.instanceId) {
        this.#inner = new rust[name](this.ctx, this.env);
        this.#instance = state.instanceId;
      }
      return this.#inner;
    }

    async fetch(request) {
      return guarded(() => this.#current().fetch(request));
    }

    async alarm() {
      return guarded(() => this.#current().alarm());
    }
  };
}

export const Agency = object("Agency");
export const Papers = object("Papers");
export const Accounts = object("Accounts");
export const Survey = object("Survey");
export const Statistics = object("Statistics");
export const Limiter = object("Limiter");
