package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.branches.BranchesResult;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.check.smallstart.SmallStartResult;

/** An appendix on the sample report's case without proofs, with the section of a theorem. */
final class SampleSection {
  private SampleSection() {}

  /** Writes it without TeX. */
  static Path write(
      Path folder, Optional<AlignmentResult> alignment, Optional<MarginsResult> margins)
      throws IOException {
    return write(folder, alignment, margins, Optional.empty(), Optional.empty());
  }

  /** As above, with the limit of small starts and the branches of the target set. */
  static Path write(
      Path folder,
      Optional<AlignmentResult> alignment,
      Optional<MarginsResult> margins,
      Optional<SmallStartResult> smallStart,
      Optional<BranchesResult> branches)
      throws IOException {
    ReportInput sample = SampleReport.input();
    Path out = folder.resolve("sample");
    new AppendixWriter(Optional.empty())
        .write(
            new ReportInput(
                sample.result(),
                List.of(),
                Optional.empty(),
                sample.provenance(),
                alignment,
                margins,
                smallStart,
                branches,
                Optional.empty()),
            out);
    return out;
  }

  /**
   * The text of a section that is complete: without marks of templates, read by the document, and
   * with every number macro that it uses defined.
   *
   * @param macro what its number macros look like
   * @param fewest how many uses of them there must be
   */
  static String complete(Path out, String name, String macro, int fewest) throws IOException {
    String section = Files.readString(out.resolve("sections/" + name + ".tex"));
    assertFalse(section.contains("[=") || section.contains("[#"), "template marks");
    String numbers = Files.readString(out.resolve("numbers.tex"));
    Matcher uses = Pattern.compile(macro).matcher(section);
    int count = 0;
    while (uses.find()) {
      assertTrue(numbers.contains("{" + uses.group() + "}"), uses.group());
      count++;
    }
    assertTrue(count >= fewest, count + " macros");
    String main = Files.readString(out.resolve("main.tex"));
    assertTrue(main.contains("\\input{sections/" + name + "}"), main);
    return section;
  }
}
