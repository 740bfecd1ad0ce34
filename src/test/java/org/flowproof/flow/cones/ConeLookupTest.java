package org.flowproof.flow.cones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Single cones agree with the list of all cones, and their signs are exact. */
class ConeLookupTest {
  private static final double[][] X = {{-0.75, 1}, {-0.5, 1}, {0.125, 1}};
  private static final double[] Y = {1.1, 0.1, 0.8};

  /** Every cone of the list, found again from a weight in it, and from its signs. */
  private static void agrees(Problem problem) {
    ConeLookup lookup = ConeLookup.of(problem);
    ActivationCones all = ActivationCones.of(problem);
    int extremal = 0;
    for (Cone cone : all.cones()) {
      if (cone.kind() == Cone.Kind.FACE && problem.data().d() > 2) {
        // a ray between rational kinks need not be a vector of doubles
        continue;
      }
      Cone found =
          lookup.withSigns(
              all.samples().stream().map(cone::sign).toList(), cone.inside().toDoubles());
      assertEquals(cone.pull(), found.pull());
      assertEquals(cone.pole(), found.pole());
      assertEquals(cone.extremal(), lookup.extremal(found).isPresent());
      extremal += lookup.extremal(found).isPresent() ? 1 : 0;
    }
    for (ExtremalVector vector : all.extremalVectors()) {
      Cone found =
          lookup.withSigns(
              all.samples().stream().map(vector.cone()::sign).toList(),
              vector.cone().inside().toDoubles());
      assertEquals(vector.shape(), lookup.extremal(found).orElseThrow().shape());
      double[] direction = vector.direction().toDoubles();
      double height = vector.vector().norm2().toDouble();
      double sign = vector.cone().pole() == Cone.Pole.ALONG ? 1 : -1;
      assertEquals(sign * height, lookup.height(direction), 1e-12 * height);
    }
    assertTrue(extremal > 0);
  }

  @Test
  void agreesWithTheListOfCones() {
    agrees(PlaneProblem.of(0, X, Y));
    agrees(
        PlaneProblem.of(0.3, new double[][] {{1, 2}, {-2, 1}, {1, -1}}, new double[] {1, -2, 3}));
    agrees(
        PlaneProblem.of(
            0,
            new double[][] {
              {0.03, 0.44, -0.64}, {-0.23, 0.27, 0.18}, {-2.1, 0.37, -1.36}, {0.58, 0.26, 0.92}
            },
            new double[] {0.41, 0.53, -2.08, 0.29}));
  }

  @Test
  void kinksAreDecidedExactly() {
    ConeLookup lookup = ConeLookup.of(PlaneProblem.of(0, X, Y));
    // exactly on the kink of the first sample, and one double beside it
    assertEquals(Cone.Kind.FACE, lookup.at(new double[] {4, 3}).kind());
    assertEquals(Cone.Kind.OPEN, lookup.at(new double[] {4, Math.nextUp(3.0)}).kind());
    assertEquals(Cone.Kind.ORIGIN, lookup.at(new double[] {0, 0}).kind());
    Rational third = Rational.of(1, 3);
    ExactVector sum = ExactVector.zero(2);
    for (int k = 0; k < 3; k++) {
      sum = sum.plus(ExactVector.of(X[k]).times(Rational.ofDouble(Y[k])).times(third));
    }
    Cone top = lookup.at(new double[] {0, 1});
    assertEquals(sum, top.pull());
    assertFalse(lookup.isRay(top));
  }

  @Test
  void samplesOnOneLineShareTheirKink() {
    ConeLookup lookup =
        ConeLookup.of(
            PlaneProblem.of(
                0, new double[][] {{1, 2}, {0, 1}, {-2, -4}, {0, 0}}, new double[] {1, 1, 1, 1}));
    assertEquals(List.of(0, 2), lookup.sharingTheirKink());
    assertEquals(2, lookup.normals().size());
    // in the plane a kink is a ray
    ConeLookup negative =
        ConeLookup.of(PlaneProblem.of(0, new double[][] {{1, 0}, {0, 1}}, new double[] {-1, 1}));
    Cone kink = negative.at(new double[] {0, 1});
    assertEquals(Cone.Pole.ALONG, kink.pole());
    assertTrue(negative.isRay(kink));
  }
}
