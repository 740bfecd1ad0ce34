package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.flowproof.check.CaseResult;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paragraph on the computation tells of the integrator that was used, and of no other. */
class ProblemSectionTest {
  private static final String DORMAND_PRINCE = "Dormand--Prince method of order 8(5,3)";
  private static final String MACRO_STEPS = "every neuron is followed alone by Taylor series";

  @TempDir private Path folder;

  private Path report(Integrator integrator) throws IOException {
    ReportInput input = SampleReport.input();
    CaseResult result = input.result();
    CaseResult changed =
        new CaseResult(
            result.caseFile(),
            result.trajectory(),
            IntegratorChoice.given(integrator),
            result.claims(),
            result.values(),
            result.ending());
    Path out = folder.resolve("report");
    new AppendixWriter(Optional.empty())
        .write(new ReportInput(changed, input.proofs(), input.dynamics(), input.provenance()), out);
    return out;
  }

  private static String computation(Path report) throws IOException {
    String text = Files.readString(report.resolve("sections/problem.tex"));
    int start = text.indexOf("\\paragraph{Computation.}");
    return text.substring(start, text.indexOf("\\begin{table}", start));
  }

  private static void cites(Path report, boolean expected) throws IOException {
    String all = Files.readString(report.resolve("references.bib"));
    for (String key : new String[] {"{hairer-norsett-wanner-1993,", "{hipparchus,"}) {
      assertEquals(expected, all.contains(key), key);
    }
    assertTrue(all.contains("{filippov-1988,"));
  }

  @Test
  void referenceIntegrator() throws IOException {
    Path report = report(new ReferenceIntegrator());
    String text = computation(report);
    assertTrue(text.contains(DORMAND_PRINCE), text);
    assertTrue(!text.contains(MACRO_STEPS) && !text.contains("Taylor"), text);
    cites(report, true);
  }

  @Test
  void structuredIntegrator() throws IOException {
    Path report = report(new StructuredIntegrator());
    String text = computation(report);
    assertTrue(text.contains(MACRO_STEPS), text);
    assertTrue(text.contains("ten times the tolerance"), text);
    assertTrue(!text.contains("Prince") && !text.contains("Hipparchus"), text);
    cites(report, false);
  }

  @Test
  void anotherIntegratorIsNamed() throws IOException {
    Integrator other =
        new Integrator() {
          @Override
          public Trajectory integrate(Problem problem, RunWatcher watcher) {
            throw new UnsupportedOperationException();
          }

          @Override
          public String name() {
            return "own_one";
          }
        };
    String text = computation(report(other));
    assertTrue(text.contains("the integrator \\texttt{own\\_one}"), text);
    assertTrue(!text.contains("Prince") && !text.contains("Taylor"), text);
  }
}
