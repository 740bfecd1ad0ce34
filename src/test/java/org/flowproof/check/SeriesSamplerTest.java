package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.problem.Located;
import org.flowproof.problem.Plot;
import org.flowproof.problem.Vec;
import org.junit.jupiter.api.Test;

/** Figures read on a trajectory written down by hand. */
class SeriesSamplerTest {
  private static final SeriesSampler SAMPLER =
      new SeriesSampler(HandMade.of(1e-9, t -> 1 + t, t -> 2 - t));

  private static Located text(String text) {
    return new Located(text, Path.of("case.yaml"), 1, "plot");
  }

  @Test
  void gridsHaveEndsAndAreNotTooLong() {
    for (int points : new int[] {2, 10, 500, 5000}) {
      Vec grid = SAMPLER.grid(points);
      assertTrue(
          grid.length() <= Math.max(4, Math.min(points, SeriesSampler.MOST_POINTS)),
          () -> points + " gave " + grid.length());
      assertEquals(0, grid.get(0));
      assertEquals(10, grid.get(grid.length() - 1));
    }
  }

  @Test
  void oneCurveForEachNeuron() {
    Plot plot =
        new Plot(
            "",
            text("a[j]"),
            Plot.Per.NEURON,
            Plot.Scale.LINEAR,
            Optional.of(text("Abs[a[j,0]]*Exp[t]")));
    List<Series> series = SAMPLER.sample(plot, Vec.of(0, 1, 4), 10);
    assertEquals(4, series.size());
    assertEquals(Series.Role.QUANTITY, series.get(1).role());
    assertEquals(Map.of("j", 2), series.get(1).indices());
    assertEquals(Vec.of(2, 1, -2), series.get(1).values());
    assertEquals(1e-9, series.get(1).errors().get(2), 1e-12);
    assertEquals(Series.Role.BOUND, series.get(2).role());
    assertEquals(Math.exp(4), series.get(2).values().get(2), 1e-9);
    assertEquals(2, SAMPLER.sample(plot, Vec.of(0, 1, 4), 1).size());
  }

  @Test
  void gapsAreCounted() {
    Plot plot = new Plot("", text("Log[a[2]]"), Plot.Per.NONE, Plot.Scale.LINEAR, Optional.empty());
    Series series = SAMPLER.sample(plot, Vec.of(0, 1, 3), 10).get(0);
    assertEquals(Vec.of(0, 1), series.times());
    assertEquals(1, series.missing());
  }
}
