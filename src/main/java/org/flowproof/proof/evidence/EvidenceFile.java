package org.flowproof.proof.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Located;
import org.flowproof.problem.RegularFile;
import org.flowproof.problem.WholeFile;
import org.flowproof.problem.yaml.StrictYaml;
import org.flowproof.proof.Claim;

/** {@code proofs/<area>/<claim>.evidence.json}: the record of one claim, beside it. */
public final class EvidenceFile {
  private static final String ENDING = ".evidence.json";

  private final Path path;

  /**
   * @param proofsRoot the directory that claim ids are relative to
   */
  public EvidenceFile(Path proofsRoot, Claim claim) {
    this.path = proofsRoot.resolve(claim.id() + ENDING);
  }

  public Path path() {
    return path;
  }

  /**
   * Reads the file.
   *
   * @return empty when there is none
   * @throws InputException when it is not a record exactly as {@link #write} writes it: too large,
   *     no JSON, unknown or missing keys, other order or layout
   */
  public Optional<EvidenceRecord> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    byte[] bytes = RegularFile.read(path, StrictYaml.MAX_BYTES, new Located("", path, 0, ""));
    String text = RegularFile.decode(bytes, path);
    EvidenceRecord record = new EvidenceReader(StrictYaml.parse(text, path)).read();
    // the strict YAML above admits more than JSON, and keys in any order
    if (!record.text().equals(text)) {
      throw new InputException(
          path,
          differingLine(record.text(), text),
          "",
          "not as it was written",
          "an unedited file; 'flowproof prove --replay' writes it anew",
          Optional.empty());
    }
    return Optional.of(record);
  }

  private static int differingLine(String expected, String found) {
    int line = 1;
    for (int i = 0; i < Math.min(expected.length(), found.length()); i++) {
      if (expected.charAt(i) != found.charAt(i)) {
        break;
      }
      line += expected.charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  /**
   * Writes a record, unless the file says the same already, times aside. A reader sees the old file
   * or the new one, never a part.
   *
   * @return whether the file was written
   * @throws IOException when the file system refuses
   */
  public boolean write(EvidenceRecord record) throws IOException {
    if (isSame(record)) {
      return false;
    }
    WholeFile.write(path, record.text());
    return true;
  }

  private boolean isSame(EvidenceRecord record) {
    try {
      return read().filter(record::sameButTimes).isPresent();
    } catch (InputException unusable) {
      return false;
    }
  }
}
