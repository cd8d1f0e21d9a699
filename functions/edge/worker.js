// Runs the Rust Worker; after a trap it starts afresh instead of failing every request that follows.
import * as rust from "bound/worker.js";

const state = rust.__worker_init_state();

export default {
  async fetch(request, env, context) {
    if (state.criticalError) {
      rust.__wbg_reset_state();
      state.criticalError = false;
      state.instanceId++;
    }
    try {
      return await rust.fetch(request, env, context);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) state.criticalError = true;
      throw error;
    }
  },
};
