package org.fenceline.core.log.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.policy.Policy.Group;
import org.fenceline.core.log.policy.Policy.Log;
import org.fenceline.core.log.policy.Policy.Party;
import org.fenceline.core.log.policy.Policy.Witness;
import org.jspecify.annotations.Nullable;

/** Reads a policy file (C2SP tlog-policy) line by line. */
public final class PolicyText {
  /** Longest policy in characters. */
  public static final int LONGEST = 256 * 1024;

  private static final String NONE = "none";

  private final List<Log> logs = new ArrayList<>();
  private final Map<String, Party> parties = new LinkedHashMap<>();
  private final Set<VerifierKey> keys = new HashSet<>();
  private @Nullable String quorum;
  private int line;

  private PolicyText() {}

  /**
   * Reads a policy.
   *
   * @throws MalformedInput with the first line that cannot stand
   */
  public static Policy parse(String text) throws MalformedInput {
    PolicyText reader = new PolicyText();
    if (text.length() > LONGEST) {
      throw reader.malformed("the policy is longer than " + LONGEST + " characters");
    }
    for (String line : text.split("\n", -1)) {
      reader.line++;
      String content = line.strip();
      if (!content.isEmpty() && !content.startsWith("#")) {
        reader.read(content.split("[ \t]+"));
      }
    }
    return reader.finish();
  }

  private void read(String[] words) throws MalformedInput {
    switch (words[0]) {
      case "log" -> {
        expect(words, 2, 3, "log KEY [URL]");
        logs.add(new Log(key(words[1]), address(words, 2)));
      }
      case "witness" -> {
        expect(words, 3, 4, "witness NAME KEY [URL]");
        add(words[1], new Witness(key(words[2]), address(words, 3)));
      }
      case "group" -> {
        expect(words, 4, Integer.MAX_VALUE, "group NAME all|any|NUMBER MEMBER...");
        add(words[1], group(words[2], List.of(words).subList(3, words.length)));
      }
      case "quorum" -> {
        expect(words, 2, 2, "quorum NAME|none");
        if (quorum != null) {
          throw malformed("a second quorum; a policy has one");
        }
        if (!words[1].equals(NONE)) {
          known(words[1]);
        }
        quorum = words[1];
      }
      default ->
          throw malformed("\"" + words[0] + "\" is not one of log, witness, group and quorum");
    }
  }

  private void expect(String[] words, int fewest, int most, String form) throws MalformedInput {
    if (words.length < fewest || words.length > most) {
      throw malformed("a line of this kind reads: " + form);
    }
  }

  private VerifierKey key(String text) throws MalformedInput {
    VerifierKey key;
    try {
      key = VerifierKey.parse(text);
    } catch (MalformedInput e) {
      throw malformed(e.problems().getFirst().message());
    }
    if (!keys.add(key)) {
      throw malformed("the key of " + key.name() + " stands twice");
    }
    return key;
  }

  private static Optional<String> address(String[] words, int index) {
    return words.length > index ? Optional.of(words[index]) : Optional.empty();
  }

  private void add(String name, Party party) throws MalformedInput {
    if (name.equals(NONE) || parties.put(name, party) != null) {
      throw malformed("the name " + name + " is taken");
    }
  }

  private Group group(String needed, List<String> members) throws MalformedInput {
    Set<String> seen = new HashSet<>();
    for (String member : members) {
      known(member);
      if (!seen.add(member)) {
        throw malformed(member + " stands twice in one group");
      }
    }
    int count =
        switch (needed) {
          case "all" -> members.size();
          case "any" -> 1;
          default -> number(needed);
        };
    if (count < 1 || count > members.size()) {
      throw malformed(needed + " of " + members.size() + " members cannot be asked for");
    }
    return new Group(count, members);
  }

  private int number(String text) throws MalformedInput {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw malformed("\"" + text + "\" is not all, any or a number");
    }
    return Integer.parseInt(text);
  }

  private void known(String name) throws MalformedInput {
    if (!parties.containsKey(name)) {
      throw malformed("\"" + name + "\" is not the name of a witness or group above");
    }
  }

  private Policy finish() throws MalformedInput {
    line = 0;
    String named = quorum;
    if (named == null) {
      throw malformed("the policy has no quorum; add a line: quorum NAME, or quorum none");
    }
    return new Policy(logs, parties, named.equals(NONE) ? Optional.empty() : Optional.of(named));
  }

  private MalformedInput malformed(String message) {
    return new MalformedInput(new Problem("log.policy", Place.ofLine(line), message, ""));
  }
}
