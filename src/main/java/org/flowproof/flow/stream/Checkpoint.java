package org.flowproof.flow.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.flowproof.problem.Located;
import org.flowproof.problem.Problem;
import org.flowproof.problem.RegularFile;
import org.flowproof.problem.WholeFile;
import org.flowproof.problem.json.Json;

/** A saved run: one line of JSON, then the numbers bit by bit, then the SHA-256 of all before. */
public final class Checkpoint {
  /** Tells this form of files from others; raised whenever what is saved changes. */
  static final String FORMAT = "flowproof/checkpoint/2";

  private static final int HASH_BYTES = 32;
  private static final int LONGEST_HEADER = 10_000;

  /** As long as an array can be. */
  private static final long LONGEST_FILE = Integer.MAX_VALUE - 8L;

  private static final Pattern LINE =
      Pattern.compile(
          "[{] \"format\": \"([^\"]*)\", \"version\": \"([^\"]*)\", \"integrator\": \"([^\"]*)\","
              + " \"problem\": \"([0-9a-f]{64})\", \"output\": \"([0-9a-f]{64})\", \"time\":"
              + " ([0-9]{1,20}[.][0-9]{1,20}(?:E-?[0-9]{1,3})?), \"bytes\": ([0-9]{1,10}) [}]");

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
    WholeFile.write(file, line, bytes, digest.digest());
  }

  /**
   * Reads a file and finds it whole.
   *
   * @throws InputException when it cannot be read, is no checkpoint, is cut off or altered, or has
   *     another form
   */
  public static Checkpoint read(Path file) {
    long size = RegularFile.size(file, new Located("", file, 0, ""));
    try (InputStream in = size == 0 ? InputStream.nullInputStream() : Files.newInputStream(file)) {
      return read(file, size, in);
    } catch (IOException e) {
      throw refuse(file, "", "cannot be read", "a checkpoint", e);
    } catch (OutOfMemoryError e) {
      throw refuse(
          file,
          "",
          "more than fits into memory: " + size + " bytes",
          "more memory with FLOWPROOF_JAVA_OPTS=-Xmx4g",
          new IOException(e));
    }
  }

  /** Nothing is read by a size that the first line claims before the file is found to have it. */
  private static Checkpoint read(Path file, long size, InputStream in) throws IOException {
    byte[] first = in.readNBytes((int) Math.min(size, LONGEST_HEADER));
    int end = 0;
    while (end < first.length && first[end] != '\n') {
      end++;
    }
    String line = new String(first, 0, end, StandardCharsets.US_ASCII);
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
    if (size != length || length > LONGEST_FILE) {
      throw refuse(
          file,
          "",
          (size < length ? "is cut off: " : "goes on beyond its end: ") + size + " bytes",
          Math.min(length, LONGEST_FILE) + " bytes",
          null);
    }
    byte[] all = Arrays.copyOf(first, (int) length);
    if (in.readNBytes(all, first.length, all.length - first.length) < all.length - first.length) {
      throw new EOFException("shorter than it was");
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
    } catch (InputException e) {
      throw e;
    } catch (EOFException e) {
      throw refuse(file, "", "does not fit its problem: too few numbers", "", e);
    } catch (IOException e) {
      throw refuse(file, "", "does not fit its problem: " + e.getMessage(), "", e);
    } catch (RuntimeException e) {
      // its hash is right, so somebody made it up; a run that was saved gives none of these
      throw refuse(file, "", "holds numbers that no run has: " + e, "", new IOException(e));
    } catch (OutOfMemoryError e) {
      throw refuse(file, "", "holds more than fits into memory", "", new IOException(e));
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
