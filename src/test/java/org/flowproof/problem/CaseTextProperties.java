package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.flowproof.falsify.Layout;
import org.flowproof.falsify.ProblemArbitraries;
import org.flowproof.falsify.ProblemDomain;
import org.flowproof.falsify.ProblemKind;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/** A problem written as a case and read again is the same problem, to the last bit. */
class CaseTextProperties {
  private static final ClaimCatalogue CATALOGUE = ClaimCatalogue.load(Path.of("proofs"));

  @Provide
  Arbitrary<Problem> problems() {
    return net.jqwik.api.Arbitraries.of(
            "envelopes/norm-growth",
            "early-alignment/fixed-cone",
            "envelopes/descent-sign-kept",
            "nearly-orthogonal/ratio-bound",
            "neuron-alignment/growth",
            "single-neuron/velocity")
        .map(id -> CATALOGUE.find(id).orElseThrow())
        .flatMap(CaseTextProperties::of);
  }

  private static Arbitrary<Problem> of(Claim claim) {
    return ProblemArbitraries.problems(
        ProblemDomain.small()
            .of(ProblemKind.of(claim))
            .laidOut(Layout.values())
            .balanced(ProblemDomain.Balance.values()));
  }

  @Property(tries = 60)
  void whatIsWrittenIsReadAgain(@ForAll("problems") Problem problem) throws IOException {
    Path directory = Files.createTempDirectory("case-text");
    Path file = directory.resolve("again.yaml");
    try {
      Files.writeString(
          file,
          CaseText.of(
              "again", "A \"title\"", "Some notes.", problem, "envelopes/balancedness", "HOLDS"));
      Problem read = CaseLoader.load(file, OptionalLong.empty()).problem();
      assertEquals(problem.data().x(), read.data().x());
      assertEquals(problem.data().y(), read.data().y());
      assertEquals(problem.initial(), read.initial());
      assertEquals(problem.network(), read.network());
      assertEquals(problem.loss(), read.loss());
      assertEquals(problem.dynamics().stop().time(), read.dynamics().stop().time());
      assertEquals(problem.dynamics().getClass(), read.dynamics().getClass());
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(directory);
    }
  }
}
