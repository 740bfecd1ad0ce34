package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.enclose.verify.CertificateChecker;
import org.flowproof.enclose.verify.CertificateChecker.Verdict;
import org.flowproof.enclose.verify.MalformedCertificateException;

/** {@code enclose --verify}: checks a certificate and says what was verified. */
final class CertificateVerification {
  private final Console console;
  private final boolean json;

  CertificateVerification(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  /**
   * One of {@link ExitCode}.
   *
   * @param name the file, as it was given
   */
  int of(String name, Path file) {
    Verdict verdict;
    try {
      verdict = CertificateChecker.check(file);
    } catch (MalformedCertificateException e) {
      throw new UsageException(name + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException(name + ": cannot be read");
    }
    boolean verified = verdict instanceof Verdict.Verified;
    int code = verified ? ExitCode.OK : ExitCode.DIFFERENT;
    String text = text(verdict);
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
