package org.flowproof.flow.cones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Planes through a sample against all candidates, on small whole numbers. */
class SupportingPlaneProperties {

  @Provide
  Arbitrary<List<List<Integer>>> samples() {
    return Arbitraries.integers()
        .between(2, 4)
        .flatMap(
            d ->
                Arbitraries.integers()
                    .between(-2, 3)
                    .list()
                    .ofSize(d)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(6));
  }

  @Property(tries = 400)
  void agreesWithTheFacesOfTheArrangement(@ForAll("samples") List<List<Integer>> rows) {
    List<ExactVector> samples = new ArrayList<>();
    for (List<Integer> row : rows) {
      samples.add(ExactVector.of(row.stream().mapToDouble(Integer::doubleValue).toArray()));
    }
    Optional<ExactVector> beside = SupportingPlane.besideAll(samples);
    if (beside.isPresent()) {
      assertTrue(!beside.get().isZero());
      assertTrue(samples.stream().allMatch(x -> beside.get().dot(x).signum() >= 0));
    }
    for (int k = 0; k < samples.size(); k++) {
      assertTrue(beside.isPresent() || !exists(samples, k), rows.toString());
      Optional<ExactVector> found = SupportingPlane.through(samples, k);
      found.ifPresent(w -> assertTrue(!w.isZero()));
      if (found.isPresent()) {
        assertTrue(supports(found.get(), samples, k), rows + " " + found.get());
      }
      assertEquals(exists(samples, k), found.isPresent(), rows + " " + k);
    }
  }

  private static boolean supports(ExactVector w, List<ExactVector> samples, int k) {
    return w.dot(samples.get(k)).signum() == 0
        && samples.stream().allMatch(x -> w.dot(x).signum() >= 0);
  }

  /** If there is such a plane, one is spanned by samples, or misses them all. */
  private static boolean exists(List<ExactVector> samples, int k) {
    List<ExactVector> units = Elimination.units(samples.get(0).dimension());
    return any(samples, k, Elimination.narrowed(units, samples.get(k)), 0);
  }

  private static boolean any(List<ExactVector> samples, int k, List<ExactVector> space, int from) {
    if (space.size() == 1) {
      ExactVector w = space.get(0);
      return supports(w, samples, k) || supports(w.negate(), samples, k);
    }
    boolean narrowed = false;
    for (int l = 0; l < samples.size(); l++) {
      List<ExactVector> narrower = Elimination.narrowed(space, samples.get(l));
      if (narrower.size() < space.size()) {
        narrowed = true;
        if (l >= from && any(samples, k, narrower, l + 1)) {
          return true;
        }
      }
    }
    // perpendicular to all samples
    return !narrowed;
  }
}
