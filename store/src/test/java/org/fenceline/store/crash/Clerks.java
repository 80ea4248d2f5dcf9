package org.fenceline.store.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.body.SealedAttachment;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;
import org.fenceline.store.Ciphertext;
import org.fenceline.store.Identity;
import org.fenceline.store.Outcome;
import org.fenceline.store.Outcome.Receipt;
import org.fenceline.store.Progress;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.StoreException;

/**
 * Clerks who make a register, record, import, correct, void, endorse, seal, try again and make
 * backups, up to three at a time.
 *
 * <p>Promises: {@code made} once the register is there, {@code recorded LEAF ID CONTENT-HASH} for
 * each entry that was acknowledged, {@code copied FILE LEAVES} for a backup. An entry's id tells
 * which clerk recorded it in which of the clerk's requests, how many entries that request had and
 * which of them it is; so the log itself shows whether a request is there by half or a clerk's
 * earlier one is missing.
 */
public class Clerks implements Workload {
  /** Entries of an import at most, but for a large one. */
  private static final int IMPORT = 30;

  private static final int MOST_CLERKS = 3;
  private static final int CLERKS_PER_SESSION = 8;
  private static final int EXAMINER = 0xffff;
  private static final int LARGEST_SEALED = 60_000;
  private static final byte[] AGE = "age-encryption.org/v1\n".getBytes(US_ASCII);
  public static final String REGISTER = "register.fenceline";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  static final Origin ORIGIN = new Origin("fenceline.example/crash");
  private static final Identity IDENTITY =
      new Identity(ORIGIN, new StateCode("POL"), false, Instant.parse("2026-01-01T00:00:00Z"));

  /** How often out of 1,000 an import is a large one. */
  int largeImports() {
    return 0;
  }

  /** Entries of a large import: more than SQLite's cache holds, so that it spills. */
  int largeImport() {
    return IMPORT;
  }

  /** Tells the promise of a request; a workload that breaks its word tells it before. */
  void record(Session session, Request request) {
    session.told().accept(attempt(request::write));
  }

  /** Signs the log as it is, where clerks do. */
  protected void sign(Session session, Register register) throws Exception {}

  /** Does something that a failing disk may refuse. */
  <T> T attempt(Supplier<T> work) {
    return work.get();
  }

  /** Clerks whose imports now and then exceed SQLite's cache. */
  static final class Importers extends Clerks {
    @Override
    int largeImports() {
      return 100;
    }

    @Override
    int largeImport() {
      return 1_500;
    }
  }

  /** Clerks who promise before it is done: whoever examines them must find it out. */
  static final class Boasters extends Clerks {
    @Override
    void record(Session session, Request request) {
      List<String> promises = new ArrayList<>();
      for (Fact fact : request.facts()) {
        promises.add("recorded ? " + fact.id() + " ?");
      }
      session.told().accept(promises);
      request.write();
    }
  }

  /** Clerks who try again when the disk fails; what failed may be there all the same. */
  static final class Stubborn extends Clerks {
    private static final int MOST_TRIES = 20;

    @Override
    <T> T attempt(Supplier<T> work) {
      for (int failed = 0; ; failed++) {
        try {
          return work.get();
        } catch (StoreException e) {
          if (failed == MOST_TRIES) {
            throw e;
          }
        }
      }
    }
  }

  /** Facts to be recorded at once, and the promises that follow. */
  interface Request {
    List<Fact> facts();

    List<String> write();
  }

  @Override
  public void work(Session session) throws Exception {
    Path path = session.folder().resolve(REGISTER);
    int clerks = 1 + session.number() % MOST_CLERKS;
    Register register = attempt(() -> Files.exists(path) ? Outsider.open(path) : create(path));
    session.tell("made");
    if (clerks == 1) {
      Desk desk = new Desk(session, 0);
      for (int round = 0; round < session.rounds(); round++) {
        if (desk.random.nextInt(40) == 0) {
          register.close();
          register = attempt(() -> Outsider.open(path));
        }
        desk.round(register);
      }
    } else {
      together(session, register, clerks);
    }
    end(session, register);
  }

  private void together(Session session, Register register, int clerks) throws Exception {
    try (ExecutorService desks = Executors.newFixedThreadPool(clerks)) {
      List<Future<?>> working = new ArrayList<>();
      for (int number = 0; number < clerks; number++) {
        Desk desk = new Desk(session, number);
        working.add(
            desks.submit(() -> {
              for (int round = 0; round < session.rounds(); round++) {
                desk.round(register);
              }
              if (session.abrupt()) {
                end(session, register);
              }
              return null;
            }));
      }
      for (Future<?> desk : working) {
        desk.get();
      }
    }
  }

  private static void end(Session session, Register register) {
    if (session.abrupt()) {
      Runtime.getRuntime().halt(0);
    }
    register.close();
  }

  private static Register create(Path path) {
    return Register.create(path, IDENTITY, InstantSource.system(), new SecureRandom());
  }

  static PersonId person(String name) {
    return new PersonId(ORIGIN, new Name(name));
  }

  /** One clerk at work. */
  private final class Desk {
    private final Session session;
    private final SplittableRandom random;
    private final int clerk;
    private final List<Fact> movements = new ArrayList<>();
    private final Map<Fact, Receipt> receipts = new HashMap<>();
    private int requests;
    private int copies;

    Desk(Session session, int number) {
      this.session = session;
      this.random = session.random().split();
      this.clerk = session.number() * CLERKS_PER_SESSION + number;
    }

    void round(Register register) throws Exception {
      int choice = random.nextInt(21);
      if (choice < 11 || movements.isEmpty()) {
        request(register, "clerk", movements(1));
      } else if (choice < 14) {
        boolean large = random.nextInt(1_000) < largeImports();
        request(register, "clerk", movements(large ? largeImport() : 2 + random.nextInt(IMPORT)));
      } else if (choice == 14) {
        Movement body = movement();
        request(register, "clerk", List.of(fact(id(1, 0), body, Optional.of(any()))));
      } else if (choice == 15) {
        Voiding body = new Voiding("recorded twice");
        request(register, "clerk", List.of(fact(id(1, 0), body, Optional.of(any()))));
      } else if (choice == 16) {
        Endorsement body = new Endorsement(any(), Optional.empty());
        request(register, "officer", List.of(fact(id(1, 0), body, Optional.empty())));
      } else if (choice == 17) {
        again(register);
      } else if (choice == 18 && random.nextInt(6) == 0) {
        copy(register);
      } else if (choice == 19) {
        sign(session, register);
      } else if (choice == 20) {
        seal(register);
      }
    }

    private List<Fact> movements(int count) {
      List<Fact> facts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        facts.add(fact(id(count, i), movement(), Optional.empty()));
      }
      return facts;
    }

    private EntryId id(int count, int index) {
      return new EntryId(new UUID((long) clerk << 48 | (long) requests << 16 | count, index));
    }

    private Movement movement() {
      boolean made = random.nextBoolean();
      return new Movement(
          List.of(
              new Movement.Line(
                  new Name("L" + random.nextInt(4)),
                  new Quantity(1 + random.nextInt(500)),
                  made
                      ? Account.of(Account.Type.FACTORY)
                      : Account.of(Account.Type.DEPOT, new Name("A")),
                  Account.of(Account.Type.DEPOT, new Name("B" + random.nextInt(3))))),
          Optional.empty(),
          Optional.empty());
    }

    private Fact fact(EntryId id, Body body, Optional<EntryRef> supersedes) {
      When on = When.day(DAY.plusDays(random.nextInt(90)));
      return new Fact(
          id, false, on, Optional.empty(), Disclosure.RESTRICTED, List.of(), supersedes, body);
    }

    private EntryRef any() {
      return receipt(movements.get(random.nextInt(movements.size()))).ref();
    }

    private Receipt receipt(Fact fact) {
      Receipt receipt = receipts.get(fact);
      if (receipt == null) {
        throw new AssertionError("every movement that was recorded has its receipt");
      }
      return receipt;
    }

    /** Something encrypted, as far as the store looks, with the entry that names it. */
    private void seal(Register register) {
      byte[] bytes = new byte[AGE.length + random.nextInt(LARGEST_SEALED)];
      random.nextBytes(bytes);
      System.arraycopy(AGE, 0, bytes, 0, AGE.length);
      Ciphertext ciphertext = new Ciphertext(bytes);
      SealedAttachment body =
          new SealedAttachment(
              new Attachment(ciphertext.address(), Attachment.Kind.POSITIONS),
              Optional.empty(),
              Optional.of(any()),
              Optional.empty());
      Fact fact = fact(id(1, 0), body, Optional.empty());
      request(register, "clerk", List.of(fact), List.of(ciphertext));
    }

    private void request(Register register, String by, List<Fact> facts) {
      request(register, by, facts, List.of());
    }

    private void request(
        Register register, String by, List<Fact> facts, List<Ciphertext> ciphertexts) {
      record(
          session,
          new Request() {
            @Override
            public List<Fact> facts() {
              return facts;
            }

            @Override
            public List<String> write() {
              return written(
                  register.append(facts, person(by), ciphertexts, Progress.SILENT), facts);
            }
          });
      requests++;
    }

    private List<String> written(Outcome outcome, List<Fact> facts) {
      if (!(outcome instanceof Outcome.Written written)) {
        throw new AssertionError("refused: " + outcome);
      }
      List<String> promises = new ArrayList<>();
      for (int i = 0; i < facts.size(); i++) {
        Receipt receipt = written.receipts().get(i);
        promises.add(
            "recorded "
                + receipt.leafIndex()
                + " "
                + receipt.ref().id()
                + " "
                + receipt.ref().contentHash().hex());
        if (facts.get(i).body() instanceof Movement) {
          movements.add(facts.get(i));
          receipts.put(facts.get(i), receipt);
        }
      }
      return promises;
    }

    /** A retry of what was acknowledged gives the first receipt. */
    private void again(Register register) {
      Fact fact = movements.get(random.nextInt(movements.size()));
      Receipt first = receipt(fact);
      Outcome outcome = attempt(() -> register.append(List.of(fact), person("clerk")));
      assertThat(outcome)
          .isEqualTo(
              new Outcome.Written(
                  List.of(new Receipt(first.leafIndex(), first.ref(), false)), List.of()));
    }

    private void copy(Register register) {
      String name = "copy-" + clerk + "-" + copies + ".fenceline";
      long leaves = movements.size();
      attempt(() -> {
        Path target = session.folder().resolve(name);
        if (!Files.exists(target)) {
          register.backup(target);
        }
        return target;
      });
      copies++;
      session.tell("copied " + name + " " + leaves);
    }
  }

  @Override
  public void examine(Path folder, List<String> promises) throws Exception {
    Path path = folder.resolve(REGISTER);
    if (!Files.exists(path)) {
      assertThat(promises).as("the register was made, and is not there").doesNotContain("made");
      create(path).close();
    }
    List<Outsider.Leaf> log = Outsider.examine(path);
    assertWhole(log);
    try (Register register = Outsider.open(path);
        Reading reading = register.read()) {
      assertThat(reading.missingAttachments()).as("what an entry names is there").isEmpty();
    }
    for (String promise : new LinkedHashSet<>(promises)) {
      assertKept(promise, folder, log);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path copy : files.filter(Clerks::isCopy).toList()) {
        List<Outsider.Leaf> copied = Outsider.examine(copy);
        assertThat(log.subList(0, Math.min(copied.size(), log.size())))
            .as("%s begins the log", copy)
            .isEqualTo(copied);
      }
    }
    assertGrows(path, log);
  }

  private static boolean isCopy(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("copy-") && name.endsWith(".fenceline");
  }

  /** Each clerk's requests are there from the first on, in order, and each as a whole. */
  private static void assertWhole(List<Outsider.Leaf> log) {
    Map<Long, Integer> requests = new HashMap<>();
    int leaf = 0;
    while (leaf < log.size()) {
      UUID first = log.get(leaf).id();
      long clerk = first.getMostSignificantBits() >>> 48;
      int request = (int) (first.getMostSignificantBits() >>> 16);
      int count = (int) first.getMostSignificantBits() & 0xffff;
      assertThat(request)
          .as("number of the request of clerk %d at leaf %d", clerk, leaf)
          .isEqualTo(requests.getOrDefault(clerk, 0));
      for (int index = 0; index < count; index++) {
        assertThat(leaf).as("a request of %d entries is cut short", count).isLessThan(log.size());
        assertThat(log.get(leaf).id())
            .as("entry %d of %d of one request, at leaf %d", index, count, leaf)
            .isEqualTo(new UUID(first.getMostSignificantBits(), index));
        leaf++;
      }
      requests.put(clerk, request + 1);
    }
  }

  /** One promise is kept by what a crash left. */
  protected void assertKept(String promise, Path folder, List<Outsider.Leaf> log) throws Exception {
    String[] words = promise.split(" ");
    switch (words[0]) {
      case "made" -> {}
      case "recorded" -> {
        if (words[1].equals("?")) {
          assertThat(log.stream().map(leaf -> leaf.id().toString())).as(promise).contains(words[2]);
          return;
        }
        int index = Integer.parseInt(words[1]);
        assertThat(log.size()).as("leaves, while promised: %s", promise).isGreaterThan(index);
        assertThat(log.get(index).id() + " " + log.get(index).contentHash())
            .as("what was promised for leaf %d", index)
            .isEqualTo(words[2] + " " + words[3]);
      }
      case "copied" -> {
        assertThat(folder.resolve(words[1])).as(promise).exists();
        try (Register copy = Outsider.open(folder.resolve(words[1]));
            Reading reading = copy.read()) {
          assertThat(reading.size()).as(promise).isGreaterThanOrEqualTo(Long.parseLong(words[2]));
        }
      }
      default -> throw new AssertionError("no promise of clerks: " + promise);
    }
  }

  /** Work goes on where the crash left it. */
  private static void assertGrows(Path path, List<Outsider.Leaf> log) throws Exception {
    EntryId id = new EntryId(new UUID((long) EXAMINER << 48 | 1, 0));
    Fact fact =
        new Fact(
            id,
            false,
            When.day(DAY),
            Optional.empty(),
            Disclosure.RESTRICTED,
            List.of(),
            Optional.empty(),
            new Movement(
                List.of(
                    new Movement.Line(
                        new Name("L0"),
                        new Quantity(1),
                        Account.of(Account.Type.FACTORY),
                        Account.of(Account.Type.DEPOT, new Name("A")))),
                Optional.empty(),
                Optional.empty()));
    try (Register register = Outsider.open(path)) {
      register.append(List.of(fact), person("examiner"));
    }
    List<Outsider.Leaf> grown = Outsider.examine(path);
    assertThat(grown.subList(0, log.size())).as("the log before").isEqualTo(log);
    assertThat(grown.size()).isEqualTo(log.size() + 1);
    assertThat(grown.getLast().id()).isEqualTo(id.uuid());
  }
}
