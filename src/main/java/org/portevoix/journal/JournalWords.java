package org.portevoix.journal;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portevoix.account.Role;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.seal.SealedLog;

/** Says in words what a line of the log keeps as codes. What it does not know it leaves as it is. */
@Singleton
class JournalWords {

    private static final Set<String> DECISIONS = Set.of("PUBLISH", "MASK", "PASS_ON", "REFUSE");
    private static final Set<String> REASONS = Set.of(
            "INSULT",
            "NAMES_SOMEONE",
            "PRIVATE_HEALTH",
            "OFF_TOPIC",
            "ADVERTISING",
            "ILLEGAL",
            "UNREADABLE",
            "SPAM",
            "DUPLICATE");
    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> KNOWN = Set.of("yes", "no", "first", "planned", "replace");

    private final Messages messages;

    JournalWords(Messages messages) {
        this.messages = messages;
    }

    /** What more there is to say, in French; "" when there is nothing. */
    String detail(SealedLog.Entry entry) {
        String detail = entry.detail();
        if (entry.act().equals("ERASED_BY_TERM") && detail.matches("[0-9]{1,9}")) {
            return messages.say(
                    Language.SOURCE, "journal.desk.detail.erased", Map.of("count", Integer.parseInt(detail)));
        }
        return Arrays.stream(detail.split(" ")).map(this::word).collect(Collectors.joining(" · "));
    }

    String act(SealedLog.Entry entry) {
        return messages.say(Language.SOURCE, "journal.desk.act." + entry.act());
    }

    /** Of what the line is about; "" where it is about nothing. */
    String kind(SealedLog.Entry entry) {
        return entry.subjectKind().isEmpty()
                ? ""
                : messages.say(Language.SOURCE, "journal.desk.kind." + entry.subjectKind());
    }

    private String word(String code) {
        if (DECISIONS.contains(code)) {
            return messages.say(Language.SOURCE, "moderation.desk.made." + code);
        }
        if (REASONS.contains(code)) {
            return messages.say(Language.SOURCE, "moderation.reason." + code);
        }
        if (ROLES.contains(code)) {
            return messages.say(Language.SOURCE, "account.desk.role." + code);
        }
        return KNOWN.contains(code) ? messages.say(Language.SOURCE, "journal.desk.detail." + code) : code;
    }
}
