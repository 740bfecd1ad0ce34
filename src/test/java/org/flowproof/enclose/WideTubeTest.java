package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.plan.Precision;
import org.flowproof.enclose.plan.TubeBuilder;
import org.flowproof.enclose.plan.TubeLog;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.problem.CaseLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Tubes of networks with many neurons and samples, of which the steps are not kept. */
class WideTubeTest {

  /** Two paths to the same time are no further apart than their tubes together are wide. */
  @Test
  void tubesInDoublesAndInPairsMeet(TestReporter reporter) throws Exception {
    Tube pairs = Tube.of("wide/alignment", Precision.PAIRS, reporter);
    Tube doubles = Tube.of("wide/alignment", Precision.DOUBLES, reporter);
    assertTrue(pairs.widest() < 1e-22, () -> "radius " + pairs.widest());
    assertTrue(doubles.widest() < 1e-12, () -> "radius " + doubles.widest());
    for (int j = 0; j < pairs.model.m(); j++) {
      double square = 0;
      for (int i = 0; i < pairs.model.d(); i++) {
        double apart = end(pairs.last.hidden(j)[i]) - end(doubles.last.hidden(j)[i]);
        square += apart * apart;
      }
      double apart = end(pairs.last.outer(j)) - end(doubles.last.outer(j));
      double distance = Math.sqrt(square + apart * apart);
      // ends are read in doubles
      double room = pairs.radius[j] + doubles.radius[j] + 1e-15;
      assertTrue(distance <= room, () -> distance + " apart, " + room + " allowed");
    }
  }

  @Tag("slow")
  @Test
  void theTubeOf704WeightsReachesTheEnd(TestReporter reporter) throws Exception {
    Tube tube = Tube.of("wide/alignment-full", Precision.PAIRS, reporter);
    assertTrue(tube.widest() < 1e-18, () -> "radius " + tube.widest());
  }

  private static double end(Series series) {
    double sum = 0;
    for (int l = series.degree(); l >= 0; l--) {
      sum += series.coefficient(l);
    }
    return sum;
  }

  /** The end of a tube to t = 6. */
  private static final class Tube implements TubeLog {
    private final FlowModel model;
    private PathStep last;
    private double[] radius;
    private int steps;
    private int kinks;

    private Tube(FlowModel model) {
      this.model = model;
    }

    static Tube of(String id, Precision precision, TestReporter reporter) throws Exception {
      var problem = CaseLoader.load(Path.of("cases", id + ".yaml")).problem();
      Tube tube = new Tube(((FlowModel.Outcome.Suitable) FlowModel.of(problem)).model());
      var threads = ManagementFactory.getThreadMXBean();
      long start = threads.getCurrentThreadCpuTime();
      TubeBuilder builder = new TubeBuilder(tube.model, precision, tube);
      assertEquals(Optional.empty(), builder.advanceTo(6));
      double seconds = (threads.getCurrentThreadCpuTime() - start) * 1e-9;
      tube.radius = builder.certifier().bounds().all();
      reporter.publishEntry(
          id,
          String.format(
              Locale.ROOT,
              "%d pairs, %d steps, %d kinks, radius %.2g, %.1f s of processor time",
              precision.pairs(),
              tube.steps,
              tube.kinks,
              tube.widest(),
              seconds));
      return tube;
    }

    double widest() {
      double widest = 0;
      for (double one : radius) {
        widest = Math.max(widest, one);
      }
      return widest;
    }

    @Override
    public void step(BigDecimal start, PathStep step, StepCertifier certifier) {
      steps++;
      last = step;
    }

    @Override
    public void kink(BigDecimal time, int neuron, int sample, Side[] from, Side[] to, double bend) {
      kinks++;
    }

    @Override
    public int mark() {
      return 0;
    }

    @Override
    public void back(int mark) {
      // counts of steps that are taken back stay
    }
  }
}
