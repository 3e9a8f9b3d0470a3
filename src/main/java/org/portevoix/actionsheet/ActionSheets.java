package org.portevoix.actionsheet;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Texts;
import org.portevoix.language.Translated;

/** What other features may know of action sheets. */
@Singleton
public class ActionSheets {

    private final ActionSheetRepository actionSheets;
    private final Texts texts;

    ActionSheets(ActionSheetRepository actionSheets, Texts texts) {
        this.actionSheets = actionSheets;
        this.texts = texts;
    }

    /** Titles and addresses of these sheets, by id; ids may hold nulls. */
    public Map<Long, Link> links(String lang, Collection<@Nullable Long> ids) {
        var wanted = new HashSet<Long>();
        for (Long id : ids) {
            if (id != null) {
                wanted.add(id);
            }
        }
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<ActionSheet> found = actionSheets.findByIdIn(wanted);
        var read = texts.read(lang, found.stream().map(ActionSheet::titleText));
        return found.stream()
                .collect(Collectors.toMap(
                        ActionSheet::id,
                        sheet -> new Link(
                                sheet.slug(), read.get(sheet.titleText()), sheet.isSensitive(), sheet.phase())));
    }

    /** The first published sheets held in this neighbourhood or everywhere, in the contract's own order. */
    public List<Link> heldIn(String lang, long contractId, long neighbourhoodId, int count) {
        List<ActionSheet> found = actionSheets.findPublished(contractId, null, null, neighbourhoodId, count, 0);
        Map<Long, Link> links = links(lang, found.stream().map(ActionSheet::id).toList());
        return found.stream()
                .map(sheet -> Objects.requireNonNull(links.get(sheet.id())))
                .toList();
    }

    /** How many published sheets are held in this neighbourhood or everywhere: those of the filtered list; {@code most} at most. */
    public int countHeld(long contractId, long neighbourhoodId, int most) {
        return actionSheets.countHeld(contractId, neighbourhoodId, most);
    }

    /** The slugs of the published sheets of a contract, by id. */
    public Map<Long, String> published(long contractId) {
        return actionSheets.findPublished(contractId).stream()
                .collect(Collectors.toMap(ActionSheet::id, ActionSheet::slug));
    }

    /** The tag under which pages that tell which sheets are published stand. */
    public static String listTag(long contractId) {
        return ActionSheet.listTag(contractId);
    }

    /** The tag under which a page that shows this sheet stands. */
    public static String tag(long id) {
        return ActionSheet.tag(id);
    }

    /** A sheet as other pages link to it; the phase is null where its file names none. */
    public record Link(
            String slug,
            Translated title,
            boolean isSensitive,
            @Nullable String phase) {}
}
