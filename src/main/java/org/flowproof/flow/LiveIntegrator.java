package org.flowproof.flow;

import java.io.DataInput;
import java.io.IOException;
import org.flowproof.problem.Problem;

/** An integrator whose runs can be followed part by part, saved and resumed. */
public interface LiveIntegrator extends Integrator {

  /** A run at time 0. */
  LiveRun start(Problem problem);

  /** The state of a problem at time 0, with its errors and gates. */
  default State initial(Problem problem) {
    LiveRun run = start(problem);
    while (run.time() == 0 && run.stopReason().isEmpty()) {
      run.advance();
    }
    return run.at(0);
  }

  /**
   * The run that was saved.
   *
   * @param problem the problem of that run
   * @param in what {@link LiveRun#save} wrote
   * @throws IOException when there is less than was written, or a length does not fit the problem
   */
  LiveRun resume(Problem problem, DataInput in) throws IOException;
}
