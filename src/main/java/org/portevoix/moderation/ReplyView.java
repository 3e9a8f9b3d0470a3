package org.portevoix.moderation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;

/** A reply as the team reads it again. */
record ReplyView(List<String> paragraphs, String by, String day) {

    static ReplyView of(Reply reply, Map<Long, String> names, ZoneId zone, Calendar calendar) {
        return new ReplyView(
                List.of(reply.body().split("\n\\s*\n")),
                Objects.requireNonNullElse(names.get(reply.accountId()), ""),
                calendar.day(Language.SOURCE, LocalDate.ofInstant(reply.repliedAt(), zone)));
    }
}
