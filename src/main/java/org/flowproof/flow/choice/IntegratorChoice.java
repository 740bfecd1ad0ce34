package org.flowproof.flow.choice;

import java.util.Locale;
import java.util.Optional;
import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.LiveIntegrator;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.coefficients.CoefficientIntegrator;
import org.flowproof.flow.stiff.StiffIntegrator;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Located;
import org.flowproof.problem.Problem;

/**
 * The integrator for a problem, with the reason. Depends on the problem alone, so that one file
 * gives one answer on every machine.
 *
 * @param integrator the one to use
 * @param reason one line of plain text without a full stop
 */
public record IntegratorChoice(Integrator integrator, String reason) {
  /** Pairs of neurons and samples from which on the structured integrator is clearly faster. */
  private static final long MANY_KINKS = 5000;

  /** Times in units of the data from which on the stiff integrator is at least 5 times as fast. */
  private static final double LONG = 1e5;

  /** Weights above which its linear systems cost too much to be taken unasked. */
  private static final int MANY_WEIGHTS = 100;

  /** Products of numbers from which on plain iteration takes more than seconds. */
  private static final double MUCH_WORK = 1e9;

  /**
   * The integrator that the dynamics of a problem asks for.
   *
   * @throws IllegalArgumentException when it asks for one that cannot follow it
   */
  public static IntegratorChoice of(Problem problem) {
    obstacle(problem)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("no " + word(problem) + " integration: " + why);
            });
    return switch (method(problem)) {
      case REFERENCE -> new IntegratorChoice(new ReferenceIntegrator(), "asked for");
      case STRUCTURED -> new IntegratorChoice(new StructuredIntegrator(), "asked for");
      case DESCENT -> new IntegratorChoice(new DescentIntegrator(), "asked for");
      case COEFFICIENTS -> new IntegratorChoice(new CoefficientIntegrator(), "asked for");
      case STIFF -> new IntegratorChoice(new StiffIntegrator(), "asked for");
      case AUTO ->
          problem.dynamics() instanceof Dynamics.Descent descent
              ? byWork(problem, descent)
              : byLength(problem);
    };
  }

  private static Dynamics.Method method(Problem problem) {
    return problem.dynamics() instanceof Dynamics.Flow flow
        ? flow.method()
        : ((Dynamics.Descent) problem.dynamics()).method();
  }

  /** The method asked for, as in case files. */
  private static String word(Problem problem) {
    return method(problem).name().toLowerCase(Locale.ROOT);
  }

  private static IntegratorChoice byWork(Problem problem, Dynamics.Descent descent) {
    if (CoefficientIntegrator.obstacle(problem).isPresent()) {
      return new IntegratorChoice(
          new DescentIntegrator(), "gradient descent is iterated as it stands");
    }
    double weights = (double) problem.network().width() * problem.data().d();
    double work = descent.stop().time() / descent.step() * weights * problem.data().n();
    String size =
        String.format(Locale.ROOT, "iterations x width x samples x dimension = %.1e", work);
    return work < MUCH_WORK
        ? new IntegratorChoice(
            new DescentIntegrator(), size + String.format(Locale.ROOT, ", below %.0e", MUCH_WORK))
        : new IntegratorChoice(
            new CoefficientIntegrator(),
            size + String.format(Locale.ROOT, ", not below %.0e", MUCH_WORK));
  }

  /** Long flows of small smooth networks need implicit steps. */
  private static IntegratorChoice byLength(Problem problem) {
    long weights = (long) problem.network().width() * (problem.data().d() + 1);
    if (StiffIntegrator.obstacle(problem).isPresent() || weights > MANY_WEIGHTS) {
      return bySize(problem);
    }
    double squares = 0;
    for (double entry : problem.data().x().toRowMajor()) {
      squares += entry * entry;
    }
    double fastest = 2 * problem.loss().factor().value(problem.data().n()) * squares;
    double length = fastest * problem.dynamics().stop().time();
    if (length < LONG) {
      return bySize(problem);
    }
    return new IntegratorChoice(
        new StiffIntegrator(),
        String.format(
            Locale.ROOT, "time x 2 x factor x sum of |x|^2 = %.1e, not below %.0e", length, LONG));
  }

  private static IntegratorChoice bySize(Problem problem) {
    Optional<String> obstacle = StructuredIntegrator.obstacle(problem);
    if (obstacle.isPresent()) {
      return new IntegratorChoice(
          new ReferenceIntegrator(), "the structured one cannot: " + obstacle.get());
    }
    long kinks = (long) problem.network().width() * problem.data().n();
    return kinks < MANY_KINKS
        ? new IntegratorChoice(
            new ReferenceIntegrator(), kinks + " kinks, fewer than " + MANY_KINKS)
        : new IntegratorChoice(
            new StructuredIntegrator(), kinks + " kinks, not fewer than " + MANY_KINKS);
  }

  /**
   * The integrator for a case.
   *
   * @throws InputException when the case asks for one that cannot follow its problem; it points at
   *     the key
   */
  public static IntegratorChoice of(CaseFile file) {
    Optional<String> obstacle = obstacle(file.problem());
    if (obstacle.isPresent()) {
      Located place =
          file.integrator()
              .orElseGet(
                  () -> new Located(word(file.problem()), file.path(), 0, "dynamics.integrator"));
      boolean flow = file.problem().dynamics() instanceof Dynamics.Flow;
      throw place.refuse(
          "'"
              + word(file.problem())
              + "' cannot follow this "
              + (flow ? "flow: " : "descent: ")
              + obstacle.get(),
          flow ? "auto or reference" : "auto or descent");
    }
    return of(file.problem());
  }

  /** An integrator that the caller brought along. */
  public static IntegratorChoice given(Integrator integrator) {
    return new IntegratorChoice(integrator, "given by the caller");
  }

  /** Why a wish of the problem cannot be met; empty when it can. */
  private static Optional<String> obstacle(Problem problem) {
    return switch (method(problem)) {
      case STRUCTURED -> StructuredIntegrator.obstacle(problem);
      case COEFFICIENTS -> CoefficientIntegrator.obstacle(problem);
      case STIFF -> StiffIntegrator.obstacle(problem);
      case DESCENT ->
          problem.dynamics() instanceof Dynamics.Descent
              ? Optional.empty()
              : Optional.of("it follows gradient descent, not flows");
      case REFERENCE ->
          problem.dynamics() instanceof Dynamics.Flow
              ? Optional.empty()
              : Optional.of("it follows flows, not gradient descent");
      case AUTO -> Optional.empty();
    };
  }

  /** The name of the integrator, as in case files. */
  public String name() {
    return integrator.name();
  }

  /** Name and reason as one line, such as {@code reference: asked for}. */
  public String text() {
    return name() + ": " + reason;
  }

  /**
   * The same integrator, for a run that is followed while it goes on.
   *
   * @param threads that it may use; the results do not depend on it
   * @throws IllegalStateException when it was brought along by the caller and cannot be followed
   */
  public LiveIntegrator live(int threads) {
    if (integrator instanceof StructuredIntegrator structured) {
      return structured.withThreads(threads);
    }
    if (integrator instanceof LiveIntegrator live) {
      return live;
    }
    throw new IllegalStateException(name() + " cannot be followed");
  }

  /** Integrates with the one chosen. */
  public Trajectory integrate(Problem problem) {
    return integrator.integrate(problem);
  }

  /** As above, watched. */
  public Trajectory integrate(Problem problem, RunWatcher watcher) {
    return integrator.integrate(problem, watcher);
  }
}
