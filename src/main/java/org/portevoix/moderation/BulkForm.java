package org.portevoix.moderation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portevoix.web.FormBody;

/**
 * One decision about several opinions: {@code opinion} (number, revision, last decision seen: "12:0:0") for each ticked, and
 * {@code decision} ("publish", "pass_on", "refuse", or "assign" {@code to} somebody) with its fields.
 */
record BulkForm(FormBody body) {

    private static final Pattern TICKED = Pattern.compile("([0-9]{1,18}):([0-9]{1,9}):([0-9]{1,18})");
    private static final String ASSIGN = "assign";

    static BulkForm blank() {
        return new BulkForm(FormBody.of(""));
    }

    List<Ticked> ticked() {
        return body.all("opinion").stream()
                .flatMap(value -> {
                    Matcher matcher = TICKED.matcher(value);
                    return matcher.matches()
                            ? Stream.of(
                                    new Ticked(Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3)))
                            : Stream.empty();
                })
                .distinct()
                .toList();
    }

    boolean isAssigning() {
        return body.get("decision").equals(ASSIGN);
    }

    Optional<Long> to() {
        return Optional.of(body.get("to"))
                .filter(to -> to.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    /** The page on which they were ticked. */
    Optional<QueueReading.Place> after() {
        return QueueReading.Place.read(body.get("apres"));
    }

    /** The same decision, about one of them. */
    DecisionForm about(Ticked one) {
        Map<String, List<String>> values = new HashMap<>(body.values());
        values.put("revision", List.of(one.revision()));
        values.put("seen", List.of(one.seen()));
        return new DecisionForm(new FormBody(values));
    }

    /** Field to message key: what is wrong whatever the opinions are. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (ticked().isEmpty()) {
            errors.put("several", "moderation.desk.error.ticked");
        }
        DecisionForm form = new DecisionForm(body);
        if (isAssigning()) {
            if (to().isEmpty()) {
                errors.put("several_to", "moderation.desk.error.to");
            }
        } else {
            form.errorsOfSeveral().forEach((field, key) -> errors.put("several_" + field, key));
        }
        return errors;
    }

    QueuePage.Several view(List<QueuePage.Choice> colleagues, Came came) {
        DecisionForm form = new DecisionForm(body);
        return new QueuePage.Several(
                body.get("decision"),
                came.left().isEmpty()
                        ? ticked().stream().map(Ticked::opinionId).toList()
                        : came.left().stream().map(QueuePage.Left::id).toList(),
                Arrays.stream(Reason.values())
                        .map(reason -> new OpinionCard.ReasonChoice(
                                reason.name(),
                                form.reason().filter(reason::equals).isPresent()))
                        .toList(),
                form.passedTo(),
                form.note(),
                colleagues.stream()
                        .map(one -> new QueuePage.Choice(
                                one.value(), one.name(), one.value().equals(body.get("to"))))
                        .toList(),
                came.done(),
                came.left(),
                came.errors());
    }

    record Ticked(long opinionId, String revision, String seen) {}

    /** What became of them. @param left those that could not be decided that way */
    record Came(long done, List<QueuePage.Left> left, Map<String, String> errors) {

        static final Came NOTHING = new Came(0, List.of(), Map.of());
    }
}
