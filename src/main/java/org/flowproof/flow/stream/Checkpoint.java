package org.flowproof.flow.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowproof.flow.LiveIntegrator;
import org.flowproof.flow.LiveRun;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Problem;
import org.flowproof.problem.json.Json;

/** A saved run: one line of JSON, then the numbers bit by bit, then the SHA-256 of all before. */
public final class Checkpoint {
  /** Tells this form of files from others; raised whenever what is saved changes. */
  static final String FORMAT = "flowproof/checkpoint/2";

  private static final int HASH_BYTES = 32;
  private static final int LONGEST_HEADER = 10_000;
  private static final Pattern LINE =
      Pattern.compile(
          "[{] \"format\": \"([^\"]*)\", \"version\": \"([^\"]*)\", \"integrator\": \"([^\"]*)\","
              + " \"problem\": \"([0-9a-f]{64})\", \"output\": \"([0-9a-f]{64})\", \"time\":"
              + " ([-+.0-9eE]+), \"bytes\": ([0-9]{1,10}) [}]");

  private final Path file;
  private final Matcher header;
  private final byte[] body;

  private Checkpoint(Path file, Matcher header, byte[] body) {
    this.file = file;
    this.header = header;
    this.body = body;
  }

  /** Writes something to a checkpoint beside the run. */
  @FunctionalInterface
  public interface Part {
    void save(DataOutputStream out) throws IOException;
  }

  /**
   * Puts a run into a file; a reader finds the old file or the new one, complete.
   *
   * @param integrator name of the integrator
   * @param version of Flowproof
   * @param output SHA-256 of what is asked to be written of the run
   * @param beside what else belongs to the checkpoint
   */
  public static void write(
      Path file, LiveRun run, String integrator, String version, String output, Part beside)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream numbers = new DataOutputStream(body);
    beside.save(numbers);
    run.save(numbers);
    numbers.flush();
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("format", FORMAT);
    header.put("version", version);
    header.put("integrator", integrator);
    header.put("problem", ProblemHash.of(run.problem()));
    header.put("output", output);
    header.put("time", run.time());
    header.put("bytes", body.size());
    byte[] line =
        (Json.text(header).strip().replaceAll("\\s+", " ") + "\n")
            .getBytes(StandardCharsets.US_ASCII);
    MessageDigest digest = Sha256.digest();
    digest.update(line);
    byte[] bytes = body.toByteArray();
    digest.update(bytes);
    Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
    try (FileChannel channel =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (byte[] part : new byte[][] {line, bytes, digest.digest()}) {
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(part);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
      channel.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads a file and finds it whole.
   *
   * @throws InputException when it cannot be read, is no checkpoint, is cut off or altered, or has
   *     another form
   */
  public static Checkpoint read(Path file) {
    byte[] all;
    try {
      all = Files.readAllBytes(file);
    } catch (IOException e) {
      throw refuse(file, "", "cannot be read", "a checkpoint", e);
    }
    int end = 0;
    while (end < Math.min(all.length, LONGEST_HEADER) && all[end] != '\n') {
      end++;
    }
    String line = new String(all, 0, end, StandardCharsets.US_ASCII);
    Matcher header = LINE.matcher(line);
    if (!line.startsWith("{ \"format\": \"flowproof/checkpoint/")) {
      throw refuse(file, "", "is not a checkpoint", "a file written by run --checkpoint", null);
    }
    if (!line.startsWith("{ \"format\": \"" + FORMAT + "\"")) {
      throw refuse(file, "format", "a checkpoint of another form", FORMAT, null);
    }
    if (!header.matches()) {
      throw refuse(file, "", "the first line is not as it was written", "", null);
    }
    long bytes = Long.parseLong(header.group(7));
    long length = end + 1 + bytes + HASH_BYTES;
    if (all.length != length) {
      throw refuse(
          file,
          "",
          (all.length < length ? "is cut off: " : "goes on beyond its end: ")
              + all.length
              + " bytes",
          length + " bytes",
          null);
    }
    MessageDigest digest = Sha256.digest();
    digest.update(all, 0, all.length - HASH_BYTES);
    if (!Arrays.equals(
        digest.digest(), Arrays.copyOfRange(all, all.length - HASH_BYTES, all.length))) {
      throw refuse(file, "", "was altered: its SHA-256 is not the one it ends with", "", null);
    }
    return new Checkpoint(file, header, Arrays.copyOfRange(all, end + 1, end + 1 + (int) bytes));
  }

  /** The time reached. */
  public double time() {
    return Double.parseDouble(header.group(6));
  }

  /** Reads what was written beside the run. */
  @FunctionalInterface
  public interface Reader {
    void read(DataInputStream in) throws IOException;
  }

  /**
   * The run.
   *
   * @param version of Flowproof; another one is refused, since it may compute otherwise
   * @param output SHA-256 of what is asked to be written of the run
   * @param beside reads what was written beside it
   * @throws InputException when the checkpoint is of another problem, integrator, version or output
   */
  public LiveRun resume(
      Problem problem, LiveIntegrator integrator, String version, String output, Reader beside) {
    same("version", "was written by version ", header.group(2), version);
    same("problem", "is of another problem: SHA-256 ", header.group(4), ProblemHash.of(problem));
    same("integrator", "is of a run by integrator ", header.group(3), integrator.name());
    same("output", "other times or observables were asked for: SHA-256 ", header.group(5), output);
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
      beside.read(in);
      LiveRun run = integrator.resume(problem, in);
      if (in.read() >= 0) {
        throw new IOException("numbers left over");
      }
      return run;
    } catch (IOException e) {
      throw refuse(file, "", "does not fit its problem: " + e.getMessage(), "", e);
    }
  }

  private void same(String key, String problem, String found, String expected) {
    if (!found.equals(expected)) {
      throw refuse(file, key, problem + found, expected, null);
    }
  }

  private static InputException refuse(
      Path file, String key, String problem, String expected, IOException cause) {
    return new InputException(file, 0, key, problem, expected, Optional.empty(), cause);
  }
}
