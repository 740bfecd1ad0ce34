package org.flowproof.enclose;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import org.flowproof.enclose.precise.PreciseFlow;
import org.flowproof.problem.Problem;

/**
 * What becomes of a tube: where it ends, how wide it gets, and by how much a flow of it is outside.
 *
 * @param end the time reached
 * @param radius the largest bound
 * @param worst the largest error as a fraction of its bound
 */
record Trial(double end, double radius, double worst) {
  private static Trial of(double[] numbers) {
    return new Trial(numbers[0], numbers[1], numbers[2]);
  }

  /** The tube of a ball, against its farthest flows. */
  static Trial ofBall(Problem problem, double end, double... radius) {
    return of(ball(problem, end, radius));
  }

  /** The tube of a point, against its flow to many digits. */
  static Trial ofPoint(Problem problem, double end, PreciseFlow flow) {
    return of(point(problem, end, flow));
  }

  /** The same with classes that were changed. */
  static Trial ofBall(MutantLoader mutant, Problem problem, double end, double... radius) {
    return of(
        call(
            mutant,
            "ball",
            new Class<?>[] {Problem.class, double.class, double[].class},
            problem,
            end,
            radius));
  }

  /** The same with classes that were changed. */
  static Trial ofPoint(MutantLoader mutant, Problem problem, double end, PreciseFlow flow) {
    return of(
        call(
            mutant,
            "point",
            new Class<?>[] {Problem.class, double.class, PreciseFlow.class},
            problem,
            end,
            flow));
  }

  private static double[] call(
      MutantLoader mutant, String name, Class<?>[] types, Object... arguments) {
    try {
      var method = mutant.loadClass(Trial.class.getName()).getDeclaredMethod(name, types);
      method.setAccessible(true);
      return (double[]) method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a mutant fails", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double[] ball(Problem problem, double end, double... radius) {
    FatBall ball = FatBall.attack(problem, end, 1, 3, radius);
    return numbers(ball.path(), ball.worst());
  }

  private static double[] point(Problem problem, double end, PreciseFlow flow) {
    ProvenPath path = ProvenPath.of(problem, end);
    return numbers(path, path.worst(flow));
  }

  private static double[] numbers(ProvenPath path, double worst) {
    BigDecimal reached = path.end();
    return new double[] {reached.doubleValue(), path.radius(), worst};
  }
}
