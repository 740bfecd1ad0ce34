package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowproof.enclose.plan.Precision;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Paths whose weights are known to a double only. */
class PathsInDoublesTest {
  private static final int MOST_STEPS = 5000;

  /** A rounded preactivation keeps a neuron in front of a kink that it has all but reached. */
  @Test
  void aNeuronPassesAKinkThatItIsLessThanARoundingFrom() {
    Problem problem =
        CaseLoader.load(
                Path.of("cases/enclosures/leaky-five-dimensions.yaml"), OptionalLong.empty())
            .problem();
    AtomicInteger steps = new AtomicInteger();
    FlowCertifier.Outcome outcome =
        FlowCertifier.enclose(
            problem, 1, () -> steps.incrementAndGet() > MOST_STEPS, Precision.DOUBLES);
    Enclosure enclosure = assertInstanceOf(FlowCertifier.Outcome.Tried.class, outcome).enclosure();
    assertEquals(Optional.empty(), enclosure.obstacle());
    assertEquals(1, enclosure.tube().end());
  }
}
