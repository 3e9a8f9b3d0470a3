package org.portevoix.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the pages of the pack show: words, already decided. */
final class PackPage {

    private PackPage() {}

    /**
     * What was typed, and what was wrong with it.
     *
     * @param voices those ticked; null where this form was not sent
     * @param done what was just done, or ""
     */
    record Typed(
            Map<String, String> values,
            Map<String, String> errors,
            @Nullable List<Long> voices,
            String done) {
        static Typed nothing(String done) {
            return new Typed(Map.of(), Map.of(), null, done);
        }

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    record Choice(String value, String title, boolean isChosen) {}

    /** A pack among the frozen ones. */
    record Line(
            int number,
            String period,
            String day,
            String who,
            String cause,
            @Nullable Integer correctedBy,
            boolean isErased,
            String fingerprint) {}

    record ListPage(
            String contract,
            boolean mayPrepare,
            List<Choice> periods,
            List<Line> packs,
            @Nullable Integer newer,
            @Nullable Integer older,
            boolean isMember,
            boolean isRefusing,
            String nextSending,
            String done) {}

    /** @param id null where the facts ask for it and nobody wrote it */
    record PointView(@Nullable Long id, String what, String because) {}

    record VoiceView(
            long id,
            String words,
            String code,
            String direction,
            @Nullable String french,
            String about,
            boolean isChosen) {}

    /** A table with its words. */
    record TableView(
            String key,
            String title,
            String first,
            List<String> columns,
            List<RowView> rows,
            @Nullable String refusal) {}

    record RowView(String title, List<CellView> cells) {}

    /** @param isNumber stands at the end of its column */
    record CellView(String shown, boolean isNumber) {}

    record PreviewPage(
            String contract,
            String period,
            String periodTitle,
            List<Choice> periods,
            String key,
            boolean isEmpty,
            List<PointView> points,
            List<VoiceView> voices,
            int chosen,
            int most,
            int at,
            @Nullable Integer newer,
            @Nullable Integer older,
            List<TableView> tables,
            String query,
            Map<String, String> typed,
            Map<String, String> errors,
            String done) {
        public boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    /** @param isIntact its bytes have the fingerprint that they had; null where they are gone */
    record FileView(
            String name,
            String title,
            String size,
            String fingerprint,
            @Nullable Boolean isIntact) {
        /** The one to open first. */
        boolean isToRead() {
            return name.endsWith(".pdf");
        }

        boolean isThere() {
            return isIntact != null;
        }

        boolean isAltered() {
            return Optional.ofNullable(isIntact).map(intact -> !intact).orElse(false);
        }
    }

    record ShowPage(
            String contract,
            Line pack,
            String version,
            int edition,
            @Nullable String reason,
            @Nullable Integer corrects,
            String base,
            List<FileView> files,
            String fingerprint,
            boolean hasAreas,
            @Nullable TableView changes,
            boolean mayCorrect,
            int receivers,
            String key,
            Map<String, String> typed,
            Map<String, String> errors,
            String done) {
        public boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    /** The page that a member opens by a link. */
    record LinkPage(
            String token,
            String period,
            String day,
            boolean isGood,
            String until,
            @Nullable String reason,
            List<FileView> files) {

        boolean isRenewed() {
            return files.stream().noneMatch(FileView::isThere);
        }
    }

    record MailPage(
            String contract,
            List<Choice> rhythms,
            String daysBefore,
            String next,
            List<Members.Account> accounts,
            List<Members.Known> members,
            Map<String, String> typed,
            Map<String, String> errors,
            String done) {
        public boolean hasErrors() {
            return !errors.isEmpty();
        }
    }
}
