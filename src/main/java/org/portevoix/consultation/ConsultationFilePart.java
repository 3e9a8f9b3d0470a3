package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;
import org.portevoix.importing.ImportedRow;
import org.portevoix.importing.Section;

/** Imports a contract's consultations, their promises and their questions. */
@Singleton
final class ConsultationFilePart implements ContractPart {

    private static final String QUESTIONS = """
            SELECT q.*, earlier.slug AS condition_slug FROM question q
            LEFT JOIN question earlier ON earlier.id = q.condition_question_id
            WHERE q.consultation_id = ?
            ORDER BY q.position, q.id
            """;

    private static final String OPENED =
            "SELECT 1 FROM consultation WHERE id = ? AND state = 'PUBLISHED' AND opens_on <= UTC_DATE()";

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        for (Section section : file.section("consultations").items()) {
            consultation(section, writer);
        }
    }

    @Override
    public void outline(ContractOutline outline) {
        for (ImportedRow row : outline.items("consultations", "consultation")) {
            row.lines("questions", QUESTIONS, question -> {
                question.section().put("key", String.valueOf(question.present("slug")));
                question.word("kind", "kind", null)
                        .lines(
                                "options",
                                "SELECT * FROM question_option WHERE question_id = ? ORDER BY position, id",
                                option -> {
                                    option.string("key", "slug");
                                    if (Boolean.TRUE.equals(option.present("is_distress"))) {
                                        option.section().put("distress", true);
                                    }
                                });
                if (question.present("condition_slug") instanceof String earlier) {
                    question.section().put("when.question", earlier);
                    question.words("when.options", "condition_options");
                }
            });
        }
    }

    private static void consultation(Section section, ImportWriter writer) {
        ImportedRow row = writer.item("consultation", "consultation", section)
                .position()
                .reference("action", "action_sheet_id", "action_sheet")
                .reference("event", "event_id", "event")
                .word("phase", "phase", null)
                .word("level", "level", "CONSULTED")
                .word("audience", "audience", "RESIDENTS")
                .text("title", "title_text")
                .text("summary", "summary_text")
                .day("opens", "opens_on")
                .day("closes", "closes_on")
                .text("promise.reads", "reads_text")
                .text("promise.can_change", "can_change_text")
                .text("promise.decided", "decided_text")
                .day("promise.answer_by", "answer_by");
        if ("INTERVIEW".equals(section.at("audience").word())) {
            row.once("state", "DRAFT");
        }
        long id = row.only("questions", "key", "question", "consultation_id", "slug")
                .save();
        boolean isChanged = row.isChanged();
        Map<String, Long> questions = new HashMap<>();
        for (Section question : section.at("questions").items()) {
            isChanged |= question(question, "consultation/" + section.required("slug"), id, questions, writer);
        }
        if (isChanged) {
            writer.changed(Consultation.tag(id), Consultation.listTag(writer.contractId()));
        }
    }

    /** @param earlier ids of the questions before this one by key, to which it is added */
    private static boolean question(
            Section section, String consultation, long consultationId, Map<String, Long> earlier, ImportWriter writer) {
        String key = section.required("key");
        String item = consultation + "/" + key;
        ImportedRow row = writer.row(item, "question", Map.of("consultation_id", consultationId, "slug", key), section);
        keepMeaningOfAnswers(row, section, writer);
        String condition = section.at("when.question").string();
        Section options = section.at("when.options");
        row.position()
                .word("kind", "kind", null)
                .text("title", "title_text")
                .text("help", "help_text")
                .integer("max_length", "max_length")
                .integer("max_choices", "max_choices")
                .text("low", "low_text")
                .text("high", "high_text")
                .value("when", "condition_question_id", condition == null ? null : earlier.get(condition), null)
                .value(
                        "when.options",
                        "condition_options",
                        options.isGiven() ? String.join(" ", options.words()) : null,
                        null);
        long id = row.only("options", "key", "question_option", "question_id", "slug")
                .save();
        earlier.put(key, id);
        boolean isChanged = row.isChanged();
        for (Section option : section.at("options").items()) {
            String optionKey = option.required("key");
            ImportedRow optionRow = writer.row(
                            item + "/" + optionKey,
                            "question_option",
                            Map.of("question_id", id, "slug", optionKey),
                            option)
                    .position()
                    .text("label", "label_text")
                    .flag("distress", "is_distress");
            optionRow.save();
            isChanged |= optionRow.isChanged();
        }
        return isChanged;
    }

    private static void keepMeaningOfAnswers(ImportedRow row, Section section, ImportWriter writer) {
        boolean changesKind = !row.isNew() && !section.requiredWord("kind").equals(row.present("kind"));
        if (changesKind
                && row.present("id") instanceof Number id
                && writer.exists("SELECT 1 FROM answer WHERE question_id = ? LIMIT 1", id.longValue())) {
            row.refuse("kind", "refused.answered");
        }
    }

    /**
     * Once somebody has answered: what the answers are about, and each question but for its title and its help. Once it
     * was opened: its promise, and the day it opened.
     */
    @Override
    public Map<String, String> held(ContractOutline outline, String list, String slug) {
        Long id = list.equals("consultations") ? outline.id("consultation", slug) : null;
        if (id == null) {
            return Map.of();
        }
        Map<String, String> held = new LinkedHashMap<>();
        boolean isAnswered = outline.exists("SELECT 1 FROM opinion WHERE consultation_id = ? LIMIT 1", id)
                || outline.exists("SELECT 1 FROM interview WHERE consultation_id = ? LIMIT 1", id);
        if (isAnswered) {
            for (String field : List.of("action", "event", "phase", "level", "questions")) {
                held.put(field, "refused.answered");
            }
        }
        if (isAnswered || outline.exists(OPENED, id)) {
            // Somebody may have the form before their eyes, or a copy of it on paper.
            held.putIfAbsent("questions", "refused.open");
            for (String field : List.of("opens", "promise.reads", "promise.can_change", "promise.decided")) {
                held.put(field, "refused.promised");
            }
            held.put("promise.answer_by", "refused.later");
        }
        return held;
    }
}
