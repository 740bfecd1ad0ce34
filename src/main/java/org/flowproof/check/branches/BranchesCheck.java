package org.flowproof.check.branches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flowproof.check.Verdict;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Activation;
import org.flowproof.problem.BranchesRequest;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.SingleNeuron;
import org.flowproof.problem.SmoothFunction;
import org.flowproof.problem.Weights;
import org.flowproof.proof.ClaimCatalogue;

/**
 * The branches of the target set of a single neuron (Zhao, Bai and Zhang, Section 3 and Appendix
 * B): sizes by the proved formulas, and ranks of the tangent functions on the inputs of a case.
 *
 * <p>The rank of analytic functions is largest at almost every point of a branch, so that a rank
 * certified at one point holds at almost all. Stateless.
 */
public final class BranchesCheck {
  /** Elimination costs n p min(n, p); more entries than these take too long. */
  private static final long MOST_ENTRIES = 40_000;

  private final Problem problem;
  private final SingleNeuron target;
  private final BranchSizes sizes;
  private final BranchesRequest request;
  private final SmoothFunction sigma;
  private final int width;
  private final int inputs;
  private final int samples;

  private BranchesCheck(
      Problem problem,
      SingleNeuron target,
      BranchSizes sizes,
      SmoothFunction sigma,
      BranchesRequest request) {
    this.problem = problem;
    this.target = target;
    this.sizes = sizes;
    this.request = request;
    this.sigma = sigma;
    width = problem.network().width();
    inputs = problem.data().d();
    samples = problem.data().n();
  }

  /**
   * Looks at the target set of a case.
   *
   * @param target of its labels; empty when they were given otherwise
   * @param claims with the claim about the sizes
   */
  public static BranchesResult of(
      Problem problem,
      Optional<SingleNeuron> target,
      ClaimCatalogue claims,
      BranchesRequest request) {
    Optional<BranchSizes> sizes =
        BranchSizes.of(claims, problem.network().width(), problem.data().d());
    Optional<String> obstacle = obstacle(problem, target, sizes);
    return obstacle.isPresent()
        ? nothing(problem, request, obstacle.get())
        : new BranchesCheck(
                problem,
                target.orElseThrow(),
                sizes.orElseThrow(),
                ((Activation.Smooth) problem.network().activation()).function(),
                request)
            .result();
  }

  private static Optional<String> obstacle(
      Problem problem, Optional<SingleNeuron> target, Optional<BranchSizes> sizes) {
    Network network = problem.network();
    long entries = (long) problem.data().n() * network.width() * (problem.data().d() + 1);
    if (target.isEmpty()) {
      return Optional.of("the labels are not those of a target (data.target)");
    } else if (!(network.activation() instanceof Activation.Smooth)) {
      return Optional.of("the activation is not smooth");
    } else if (network.trained() != Network.Trained.BOTH) {
      return Optional.of("the output weights are fixed");
    } else if (target.get().output() == 0
        || Arrays.stream(target.get().weight().toArray()).allMatch(w -> w == 0)) {
      return Optional.of("the target is zero");
    } else if (sizes.isEmpty()) {
      return Optional.of("the catalogue has no claim about separation sizes");
    } else if (entries > MOST_ENTRIES) {
      return Optional.of(entries + " tangent values, more than " + MOST_ENTRIES);
    }
    return Optional.empty();
  }

  private static BranchesResult nothing(Problem problem, BranchesRequest request, String obstacle) {
    List<BranchStatement> none =
        Arrays.stream(BranchStatement.Kind.values())
            .map(kind -> new BranchStatement(kind, Verdict.NOT_APPLICABLE, obstacle))
            .toList();
    return new BranchesResult(problem, request, obstacle, 0, 0, List.of(), 0, none);
  }

  private BranchesResult result() {
    List<BranchesResult.Branch> branches = new ArrayList<>();
    for (int r = 1; r <= width; r++) {
      branches.add(branch(r));
    }
    int anywhere = rank(stream -> BranchPoint.anywhere(stream, width, inputs), 0);
    return new BranchesResult(
        problem,
        request,
        "",
        sizes.optimistic(),
        sizes.parameters(),
        branches,
        anywhere,
        List.of(
            optimistic(branches.get(0)), ranks(branches), separated(branches), anywhere(anywhere)));
  }

  private BranchesResult.Branch branch(int distinct) {
    int separation = sizes.separation(distinct);
    int most = BranchPoint.mostTangents(width, distinct, inputs);
    return new BranchesResult.Branch(
        distinct,
        sizes.dimension(distinct),
        separation,
        samples >= separation,
        most == separation,
        most,
        rank(stream -> BranchPoint.draw(stream, target, width, distinct), distinct));
  }

  /** The largest certified rank at the drawn points. */
  private int rank(Function<SeededStream, Weights> draw, int branch) {
    int best = 0;
    SeededStream stream = new SeededStream(request.seed() + branch, SeededStream.Purpose.WEIGHTS);
    for (int p = 0; p < request.points(); p++) {
      Weights point = draw.apply(stream);
      try {
        best =
            Math.max(
                best, CertifiedRank.atLeast(TangentFunctions.at(problem.data(), sigma, point)));
      } catch (NoValueException e) {
        // this point cannot be enclosed; the others may
      }
    }
    return best;
  }

  private BranchStatement optimistic(BranchesResult.Branch first) {
    int wanted = Math.min(samples, sizes.optimistic());
    return statement(
        BranchStatement.Kind.OPTIMISTIC,
        first.rank() == wanted,
        () -> "rank " + first.rank() + " certified, " + wanted + " stated");
  }

  private BranchStatement ranks(List<BranchesResult.Branch> branches) {
    for (BranchesResult.Branch branch : branches) {
      if (branch.rank() != Math.min(samples, branch.most())) {
        return statement(
            BranchStatement.Kind.RANKS,
            false,
            () ->
                "with "
                    + branch.distinct()
                    + " distinct input weights rank "
                    + branch.rank()
                    + " certified, "
                    + Math.min(samples, branch.most())
                    + " stated");
      }
    }
    return statement(
        BranchStatement.Kind.RANKS, true, () -> "certified on " + branches.size() + " branches");
  }

  private BranchStatement separated(List<BranchesResult.Branch> branches) {
    List<BranchesResult.Branch> reached =
        branches.stream().filter(b -> b.morseBott() && b.reached()).toList();
    if (reached.isEmpty()) {
      return new BranchStatement(
          BranchStatement.Kind.SEPARATED,
          Verdict.NOT_APPLICABLE,
          samples + " samples reach the separation size of no Morse-Bott branch");
    }
    long certified = reached.stream().filter(b -> b.rank() == b.separation()).count();
    return statement(
        BranchStatement.Kind.SEPARATED,
        certified == reached.size(),
        () -> certified + " of " + reached.size() + " branches have rank equal to codimension");
  }

  private BranchStatement anywhere(int rank) {
    int wanted = Math.min(samples, sizes.parameters());
    return statement(
        BranchStatement.Kind.ANYWHERE,
        rank == wanted,
        () -> "rank " + rank + " certified, " + wanted + " stated");
  }

  /** A rank that is not certified may be there all the same. */
  private static BranchStatement statement(
      BranchStatement.Kind kind, boolean certified, Supplier<String> detail) {
    return new BranchStatement(kind, certified ? Verdict.HOLDS : Verdict.UNKNOWN, detail.get());
  }
}
