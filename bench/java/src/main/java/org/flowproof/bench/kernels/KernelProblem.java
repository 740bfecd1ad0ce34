package org.flowproof.bench.kernels;

import org.flowproof.bench.Workload;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.flow.structured.StructuredKernels;

/** A problem that starts while the neurons of the workload turn, where kinks are met most. */
final class KernelProblem {
  /** Time at which the neurons have begun to turn, and length of the step that is measured. */
  private static final double TURNING = 2;

  private static final double LENGTH = 0.25;

  private KernelProblem() {}

  /** The loops of the structured integrator there. */
  static StructuredKernels structured(Workload workload) {
    Trajectory trajectory =
        new StructuredIntegrator()
            .withoutErrorEstimate()
            .integrate(workload.problem(1e-6, TURNING));
    State state = trajectory.at(trajectory.endTime());
    double[] a = new double[workload.m()];
    double[] w = new double[workload.m() * workload.d()];
    for (int j = 0; j < workload.m(); j++) {
      a[j] = state.a(j);
      for (int i = 0; i < workload.d(); i++) {
        w[j * workload.d() + i] = state.w(j, i);
      }
    }
    return new StructuredKernels(workload.problem(a, w), LENGTH);
  }
}
