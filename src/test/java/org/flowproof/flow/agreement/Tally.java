package org.flowproof.flow.agreement;

import java.util.List;
import java.util.stream.IntStream;
import org.flowproof.flow.Event;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Problem;

/** What comparing an integrator with the reference on many random problems gave. */
final class Tally {

  /**
   * One problem.
   *
   * @param agreement with the reference
   * @param audit of the integrator's own trajectory
   */
  record Entry(int seed, Trajectory run, TrajectoryAgreement agreement, FlowAudit audit) {

    long count(Event.Kind kind) {
      return run.events().stream().filter(e -> e.kind() == kind).count();
    }

    String text() {
      return "seed " + seed + ": " + agreement.refusals() + " " + audit.refusals();
    }
  }

  private final List<Entry> entries;

  private Tally(List<Entry> entries) {
    this.entries = entries;
  }

  /** Compares on the problems of consecutive seeds; the order of the work does not matter. */
  static Tally of(Integrator integrator, int from, int to, double tolerance, double judged) {
    return new Tally(
        IntStream.range(from, to)
            .parallel()
            .mapToObj(seed -> compare(integrator, seed, tolerance, judged))
            .toList());
  }

  private static Entry compare(Integrator integrator, int seed, double tolerance, double judged) {
    Problem problem = RandomProblems.of(seed, tolerance);
    Trajectory run = integrator.integrate(problem);
    Trajectory judge = new ReferenceIntegrator().integrate(RandomProblems.at(problem, judged));
    return new Entry(seed, run, TrajectoryAgreement.of(judge, run), FlowAudit.of(run));
  }

  List<Entry> entries() {
    return entries;
  }

  /** The problems on which something was refused, in words. */
  List<String> refused() {
    return entries.stream()
        .filter(e -> !e.agreement().refusals().isEmpty() || !e.audit().refusals().isEmpty())
        .map(Entry::text)
        .toList();
  }

  long problemsWith(Event.Kind kind) {
    return entries.stream().filter(e -> e.count(kind) > 0).count();
  }

  long eventsMatched() {
    return entries.stream().mapToLong(e -> e.agreement().eventsMatched()).sum();
  }

  long notUnique() {
    return entries.stream().filter(e -> e.agreement().endsNotUnique()).count();
  }

  /** At how many times slopes were held against the velocity field. */
  long slopes() {
    return entries.stream().mapToLong(e -> e.audit().slopes()).sum();
  }

  /** A quantile of the ratios of differences to stated errors, or of stated errors to sizes. */
  static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
  }

  List<Double> ratios() {
    return entries.stream().flatMap(e -> e.agreement().ratios().stream()).toList();
  }

  List<Double> sizes() {
    return entries.stream().flatMap(e -> e.agreement().sizes().stream()).toList();
  }

  /** Stated errors of event times as shares of the run, up to losses of uniqueness. */
  List<Double> timeErrors() {
    return entries.stream()
        .flatMap(
            e ->
                e.run().events().stream()
                    .filter(v -> v.time() < TrajectoryAgreement.unique(e.run()))
                    .map(v -> v.timeError() / e.run().endTime()))
        .toList();
  }
}
