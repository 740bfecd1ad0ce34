package org.flowproof.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.NearestName;

/** All claims below one directory, by id. */
public final class ClaimCatalogue {
  private final Map<String, Claim> byId = new TreeMap<>();

  private ClaimCatalogue(List<Claim> claims) {
    claims.forEach(c -> byId.put(c.id(), c));
  }

  /**
   * Reads every {@code *.yaml} below a directory.
   *
   * @param proofsRoot the directory that claim ids are relative to
   * @throws InputException when the directory cannot be read or a file is not a claim
   */
  public static ClaimCatalogue load(Path proofsRoot) {
    try (Stream<Path> files = Files.walk(proofsRoot)) {
      return new ClaimCatalogue(
          files
              .filter(f -> f.toString().endsWith(".yaml"))
              .filter(f -> !f.startsWith(proofsRoot.resolve("settings")))
              .sorted()
              .map(f -> ClaimLoader.load(proofsRoot, f))
              .toList());
    } catch (IOException e) {
      throw new InputException(
          proofsRoot,
          0,
          "",
          "cannot be read as a directory of claims",
          "a directory with claim files",
          Optional.empty(),
          e);
    }
  }

  /** A catalogue of given claims, for tests and tools. */
  public static ClaimCatalogue of(List<Claim> claims) {
    return new ClaimCatalogue(claims);
  }

  /** All claims in order of id. */
  public List<Claim> claims() {
    return List.copyOf(byId.values());
  }

  /** One claim. */
  public Optional<Claim> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The id that was probably meant. */
  public Optional<String> suggest(String id) {
    return NearestName.of(id, byId.keySet());
  }
}
