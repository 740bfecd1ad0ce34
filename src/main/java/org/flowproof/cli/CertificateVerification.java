package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.DataFormatException;
import org.flowproof.enclose.verify.CertificateChecker;
import org.flowproof.enclose.verify.CertificateChecker.Verdict;
import org.flowproof.problem.Located;
import org.flowproof.problem.RegularFile;

/** {@code enclose --verify}: checks a certificate and says what was verified. */
final class CertificateVerification {
  private final Console console;
  private final Work work;
  private final boolean json;

  CertificateVerification(Console console, Work work, boolean json) {
    this.console = console;
    this.work = work;
    this.json = json;
  }

  /**
   * One of {@link ExitCode}.
   *
   * @param name the file, as it was given
   */
  int of(String name, Path file) {
    Located place = new Located("", file, 0, "");
    // what has no size is not opened: a file of /proc may wait for ever
    if (RegularFile.size(file, place) == 0) {
      throw place.refuse("the file is empty", "a certificate");
    }
    Callable<Verdict> task = () -> checked(name, file);
    Work.Outcome<Verdict> outcome = work.all(List.of(task)).get(0);
    boolean verified = outcome.value().filter(Verdict.Verified.class::isInstance).isPresent();
    int code =
        verified
            ? ExitCode.OK
            : outcome.value().isPresent() ? ExitCode.DIFFERENT : ExitCode.UNKNOWN;
    String text =
        outcome.value().map(CertificateVerification::text).orElse("UNKNOWN: " + outcome.failure());
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("enclose", code));
      document.put("file", name);
      document.put("verified", verified);
      document.put("text", text);
      console.json(document);
    } else {
      console.print(name + ": " + text);
    }
    return code;
  }

  private static Verdict checked(String name, Path file) {
    try {
      return CertificateChecker.check(file);
    } catch (DataFormatException e) {
      throw new UsageException(name + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException(name + ": cannot be read");
    }
  }

  private static String text(Verdict verdict) {
    if (verdict instanceof Verdict.Verified it) {
      return "VERIFIED: the flow of the problem in the file ("
          + it.neurons()
          + " neurons, "
          + it.samples()
          + " samples) stays within "
          + it.radius()
          + " of its path for all t in [0, "
          + it.end()
          + "], "
          + it.steps()
          + " steps";
    }
    Verdict.Refused it = (Verdict.Refused) verdict;
    return "REFUSED at step " + it.step() + ": " + it.reason();
  }
}
