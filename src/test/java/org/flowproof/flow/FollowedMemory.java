package org.flowproof.flow;

import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.Problem;

/** Runs a network in a process of its own, whose memory is limited. */
final class FollowedMemory {
  private FollowedMemory() {}

  /**
   * Prints how many events there were.
   *
   * @param words width, samples, end time, and {@code followed} or {@code kept}
   */
  public static void main(String[] words) {
    Problem problem =
        TestProblems.wide(
            Integer.parseInt(words[0]), Integer.parseInt(words[1]), Double.parseDouble(words[2]));
    StructuredIntegrator integrator = new StructuredIntegrator();
    if (words[3].equals("kept")) {
      System.out.println(integrator.integrate(problem).events().size());
      return;
    }
    LiveRun run = integrator.start(problem);
    long events = 0;
    while (run.stopReason().isEmpty()) {
      run.advance();
      events += run.takeEvents().size();
      run.at(run.from());
    }
    System.out.println(events);
  }
}
