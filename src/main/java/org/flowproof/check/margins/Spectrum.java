package org.flowproof.check.margins;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.flowproof.flow.State;

/**
 * The singular values of the hidden weights of each class, largest first.
 *
 * @param positive of {@code W_+1}
 * @param negative of {@code W_-1}
 * @param error absolute, of each of them
 */
public record Spectrum(List<Double> positive, List<Double> negative, double error) {
  public Spectrum {
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
  }

  static Spectrum of(Classifier classifier, State state, WeightErrors errors) {
    double[] w = classifier.weights(state);
    return new Spectrum(
        values(w, classifier, 1), values(w, classifier, -1), errors.whole(classifier, state));
  }

  private static List<Double> values(double[] w, Classifier classifier, int sign) {
    int[] which =
        IntStream.range(0, classifier.m()).filter(j -> sign * classifier.a(j) > 0).toArray();
    if (which.length == 0) {
      return List.of();
    }
    DMatrixRMaj matrix = Ranks.matrix(w, classifier.d(), which);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(which.length, classifier.d(), false, false, true);
    if (!svd.decompose(matrix)) {
      throw new ArithmeticException("no singular values of the hidden weights");
    }
    double[] all = Arrays.copyOf(svd.getSingularValues(), Math.min(which.length, classifier.d()));
    return Arrays.stream(all).boxed().sorted((p, q) -> Double.compare(q, p)).toList();
  }
}
