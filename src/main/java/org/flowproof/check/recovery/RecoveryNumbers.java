package org.flowproof.check.recovery;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SingleNeuron;

/**
 * What is measured of a run, whatever the verdict; docs/recovery.md lists the names.
 *
 * @param problem of the run
 * @param target of its labels
 * @param request test inputs and horizons
 * @param set of networks that compute the target
 */
record RecoveryNumbers(
    Problem problem, SingleNeuron target, RecoveryRequest request, TargetSet set) {

  /**
   * The numbers.
   *
   * @param end weights at the end of the run
   * @param places nearest points of the branches to them, the nearest first
   */
  SortedMap<String, Double> of(Trajectory run, double[] end, List<TargetSet.Place> places) {
    SortedMap<String, Double> numbers = new TreeMap<>();
    numbers.put("endTime", run.endTime());
    numbers.put("steps", (double) run.cost().steps());
    numbers.put("trainLoss", loss(end));
    numbers.put("testError", request.test().error(problem, target, end));
    for (TargetSet.Place place : places) {
      numbers.put("distance." + place.distinct(), place.distance());
    }
    int m = problem.network().width();
    int d = problem.data().d();
    for (int j = 0; j < m; j++) {
      numbers.put("a." + (j + 1), end[j]);
      for (int i = 0; i < d; i++) {
        numbers.put("w." + (j + 1) + "." + (i + 1), end[m + j * d + i]);
      }
    }
    for (int h = 0; h < request.horizons().size(); h++) {
      double time = request.horizons().get(h);
      // rounding of iterations times step
      // and a run that ended at its loss is taken to stay where it is
      if (time <= run.endTime() * (1 + 1e-12) || run.stopReason() == Trajectory.StopReason.LOSS) {
        double[] theta = LimitFlow.weights(problem, run.at(Math.min(time, run.endTime())));
        String key = "horizon." + (h + 1) + ".";
        numbers.put(key + "nearest", (double) set.places(theta).get(0).distinct());
        if (m == 2) {
          numbers.put(key + "parameters", (double) byParameters(theta));
        }
        numbers.put(key + "testError", request.test().error(problem, target, theta));
      }
    }
    return numbers;
  }

  /**
   * For two neurons, which equation of a branch the neuron with the smaller output is nearer to: 1
   * for its input weight being the target's, 2 for its output being 0. That rule, read off after a
   * number of iterations, gives boundaries that have been published.
   */
  private int byParameters(double[] theta) {
    int d = problem.data().d();
    int j = Math.abs(theta[0]) < Math.abs(theta[1]) ? 0 : 1;
    double plus = 0;
    double minus = 0;
    for (int i = 0; i < d; i++) {
      double w = theta[2 + j * d + i];
      plus += Math.pow(w - target.weight().get(i), 2);
      minus += Math.pow(w + target.weight().get(i), 2);
    }
    boolean odd = TargetSet.isOdd(problem.network().activation());
    double fromTarget = Math.sqrt(odd ? Math.min(plus, minus) : plus);
    return fromTarget < Math.abs(theta[j]) ? 1 : 2;
  }

  private double loss(double[] theta) {
    double residual = Residual.norm(problem, theta);
    return problem.loss().factor().value(problem.data().n()) * residual * residual;
  }
}
