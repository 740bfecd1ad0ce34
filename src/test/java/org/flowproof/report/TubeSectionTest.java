package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowproof.check.CaseResult;
import org.flowproof.check.EnclosureResult;
import org.flowproof.check.TubeChecker;
import org.flowproof.check.TubeClaim;
import org.flowproof.check.TubeRefusal;
import org.flowproof.check.TubeRun;
import org.flowproof.check.Verdict;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.TubeKink;
import org.flowproof.enclose.claim.HandTube;
import org.flowproof.enclose.claim.LossOnTube;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.limit.LimitTheorem;
import org.flowproof.enclose.limit.TerminalCertifier;
import org.flowproof.enclose.limit.VanishingLoss;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.ExpectedEnclosure;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section on a tube, here one around a closed form. */
class TubeSectionTest {
  private static final Path FILE = Path.of("cases/enclosures/three-inputs.yaml");
  private static final ClaimCatalogue CLAIMS = ClaimCatalogue.load(Path.of("proofs"));
  private static final Interval LOSS = Interval.of(0.1, Math.nextUp(0.1));

  @TempDir Path folder;

  private static EnclosureResult result(String name, boolean refused, double seconds) {
    Tube tube = HandTube.of(1, 8, 1e-12);
    CaseFile file =
        new CaseFile(
            name,
            FILE,
            "50% of \\input{secrets} & $x_1$",
            "",
            tube.problem(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of("data", 4L));
    Optional<TubeRefusal> refusal =
        refused
            ? Optional.of(
                new TubeRefusal(ExpectedEnclosure.Refused.Kind.CONCAVE, 1, "at t = 1 a_1 & b"))
            : Optional.empty();
    TubeRun.Limit limit =
        refused
            ? new TubeRun.Limit(Optional.empty(), List.of("obstruction (tube): 100% short"))
            : new TubeRun.Limit(
                Optional.of(
                    new LimitTheorem(
                        1,
                        LOSS,
                        List.of(),
                        1.23456e-3,
                        1,
                        1,
                        1,
                        LimitTheorem.Interpolation.FAILS,
                        Optional.of(Interval.of(0, 1e-15)))),
                List.of("proven"));
    TubeRun run =
        new TubeRun(
            Optional.of(tube),
            refusal,
            List.of(
                new TubeKink(0.25, 0, 0, TubeKink.Kind.CONVEX),
                new TubeKink(0.5, 1, 0, TubeKink.Kind.SLIDE),
                new TubeKink(0.75, 1, 0, TubeKink.Kind.CONVEX)),
            Map.of("steps", 8L),
            Optional.of(limit),
            seconds);
    List<TubeClaim> claims = new ArrayList<>();
    for (String id :
        List.of(
            "envelopes/norm-growth",
            "envelopes/domination-kept",
            "conjectures/gradient-only-falls")) {
      Claim claim = CLAIMS.find(id).orElseThrow();
      claims.add(
          new TubeClaim(
              new TubeChecker().check(claim, tube, refusal.map(TubeRefusal::text)),
              Optional.of(Verdict.ENCLOSED),
              ""));
    }
    return new EnclosureResult(file, refused ? 2 : 1, run, claims, seconds);
  }

  private Path write(String where, EnclosureResult result) throws IOException {
    ReportInput sample = SampleReport.input();
    Path out = folder.resolve(where);
    new AppendixWriter(Optional.empty())
        .write(
            new ReportInput(
                new CaseResult(
                    sample.result().caseFile(),
                    sample.trajectory(),
                    sample.integrator(),
                    List.of(),
                    List.of(),
                    Optional.empty()),
                List.of(),
                Optional.empty(),
                sample.provenance(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(result)),
            out);
    return out;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void hasTubeKinksClaimsAndLimit() throws IOException {
    Path out = write("sample", result("hand", false, 1));
    String section =
        SampleSection.complete(out, "enclosure", "\\\\fp[A-Z][A-Za-z]*Enclosure[A-Za-z]+", 30);
    assertTrue(section.contains("sense of Filippov"), section);
    assertTrue(section.contains("StrictMath"), section);
    assertEquals(7, count(section, "\\fpverdict{enclosed}"), section);
    assertTrue(section.contains("\\fpverdict{violated} & \\fpverdict{enclosed}$^{\\star}$"));
    assertEquals(1, count(section, "convex kink &"), section);
    assertFalse(section.contains("concave kink &"), section);
    assertTrue(section.contains("interpolation fails"), section);
    String numbers = Files.readString(out.resolve("numbers.tex"));
    // a tenth as a double and its neighbour, the one below and the other above
    assertTrue(
        numbers.contains(
            "LimitLoss}{$[\\num{0.10000000000000000},\\allowbreak \\num{0.10000000000000002}]$}"),
        numbers);
    assertTrue(numbers.contains("LimitPath}{\\num{0.0013}}"), numbers);
    assertTrue(numbers.contains("EnclosureRadius}{\\num{1e-12}}"), numbers);
    String figure = Files.readString(out.resolve("figures/enclosure-width.tex"));
    assertTrue(figure.contains("ymode=log"), figure);
    assertTrue(figure.contains("slide begins"), figure);
    // a tube of one width
    assertTrue(figure.contains("ymin=1e-12, ymax=1e-10"), figure);
  }

  @Test
  void printedLossesContainTheLosses() throws IOException {
    EnclosureResult result = result("hand", false, 1);
    Path out = write("losses", result);
    LossOnTube loss = new LossOnTube(result.run().tube().orElseThrow());
    String numbers = Files.readString(out.resolve("numbers.tex"));
    Matcher times =
        Pattern.compile("EnclosureRow([A-Z][a-z]+)}\\{\\\\num\\{(.*)}}").matcher(numbers);
    int rows = 0;
    while (times.find()) {
      Matcher printed =
          Pattern.compile(
                  "EnclosureRow"
                      + times.group(1)
                      + "Loss}\\{\\$\\[\\\\num\\{(.*)},\\\\allowbreak \\\\num\\{(.*)}]")
              .matcher(numbers);
      assertTrue(printed.find(), times.group());
      Interval exact = loss.over(Interval.of(new BigDecimal(times.group(2)))).orElseThrow();
      assertTrue(new BigDecimal(printed.group(1)).compareTo(new BigDecimal(exact.lower())) <= 0);
      assertTrue(new BigDecimal(printed.group(2)).compareTo(new BigDecimal(exact.upper())) >= 0);
      rows++;
    }
    assertEquals(9, rows, numbers);
  }

  @Test
  void aRefusalIsToldWithItsReason() throws IOException {
    Path out = write("refused", result("hand", true, 1));
    String section = Files.readString(out.resolve("sections/enclosure.tex"));
    assertTrue(section.contains("at t = 1 a\\_1 \\& b"), section);
    assertTrue(section.contains("It was to be enclosed up to"), section);
    assertTrue(section.contains("100\\% short"), section);
    assertFalse(section.contains("the flow converges"), section);
    // the range goes on, so that what holds until the tube breaks off is not ENCLOSED
    assertTrue(section.contains("\\fpverdict{unknown} & \\fpverdict{enclosed}$^{\\star}$"));
  }

  /** The loss of one sample of norm 2 from margin 1 on: one over it grows with a rate up to 4. */
  @Test
  void aLossThatTendsToZeroIsToldWithItsRates() throws IOException {
    TerminalCertifier.Outcome outcome =
        Flows.enclose(
                Flows.of(
                    new double[][] {{2, 0}},
                    new double[] {1},
                    new double[][] {{0.5, 1}},
                    new double[] {1},
                    0,
                    Loss.Kind.LOGISTIC,
                    Network.Trained.FIRST,
                    1))
            .limit();
    VanishingLoss theorem = ((TerminalCertifier.Outcome.Vanishes) outcome).theorem();
    EnclosureResult other = result("hand", false, 1);
    TubeRun run = other.run();
    TubeRun.Limit limit = new TubeRun.Limit(Optional.of(theorem), List.of("proven"));
    EnclosureResult result =
        new EnclosureResult(
            other.file(),
            other.until(),
            new TubeRun(
                run.tube(), run.refusal(), run.kinks(), run.counts(), Optional.of(limit), 1),
            other.claims(),
            1);
    Path out = write("vanishing", result);
    String section =
        SampleSection.complete(out, "enclosure", "\\\\fp[A-Z][A-Za-z]*Enclosure[A-Za-z]+", 40);
    assertTrue(section.contains("The loss tends to $0$"), section);
    assertTrue(section.contains("largest margin"), section);
    assertFalse(section.contains("on a path no longer"), section);
    String numbers = Files.readString(out.resolve("numbers.tex"));
    Matcher rate = Pattern.compile("LimitSlowest}\\{\\\\num\\{(.*)}}").matcher(numbers);
    assertTrue(rate.find(), numbers);
    assertTrue(new BigDecimal(rate.group(1)).doubleValue() <= theorem.slowest());
    assertEquals(theorem.slowest(), new BigDecimal(rate.group(1)).doubleValue(), 1e-3);
    EnclosuresOverview overview =
        new EnclosuresOverview(new Apparatus("enclosures", Bibliography.load()), List.of(result));
    assertTrue(overview.csv().contains(",VANISHES,0,0,"), overview.csv());
    assertTrue(overview.tubes().toString().contains("loss to 0"));
  }

  @Test
  void theClockChangesTheManifestAlone() throws IOException {
    Path first = write("first", result("hand", false, 1.5));
    Path second = write("second", result("hand", false, 987.25));
    SameReport.assertSame(first, second);
    assertTrue(Files.readString(second.resolve("manifest.json")).contains("987.25"));
  }

  @Test
  void severalTubesHaveAnAppendix() throws IOException {
    Path first = appendix("one", 1.5);
    Path second = appendix("two", 987.25);
    String refused = Files.readString(first.resolve("sections/refused.tex"));
    assertTrue(refused.contains("graze a kink"), refused);
    assertTrue(refused.contains("at t = 1 a\\_1 \\& b"), refused);
    String overview = Files.readString(first.resolve("sections/overview.tex"));
    assertTrue(overview.contains("Of 2 cases 1 are enclosed"), overview);
    assertTrue(overview.contains("no interpolation"), overview);
    List<String> rows = Files.readAllLines(first.resolve("tubes.csv"));
    assertEquals(3, rows.size());
    assertTrue(rows.get(2).contains(",concave,OPEN,,,"), rows.get(2));
    for (String file : ReportManifest.list(first)) {
      String text = Files.readString(first.resolve(file));
      assertFalse(text.contains("[=") || text.contains("[#"), file);
      if (file.equals("sections/times.tex")) {
        assertNotEquals(text, Files.readString(second.resolve(file)));
      } else if (!file.equals(ReportManifest.FILE)) {
        assertEquals(text, Files.readString(second.resolve(file)), file);
      }
    }
  }

  private Path appendix(String where, double seconds) throws IOException {
    Path out = folder.resolve(where);
    new EnclosuresWriter(Optional.empty())
        .write(
            new EnclosuresInput(
                List.of(result("a/hand", false, seconds), result("a/short", true, seconds)),
                SampleReport.input().provenance()),
            out);
    return out;
  }
}
