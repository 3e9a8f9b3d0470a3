package org.portevoix.content;

import java.util.List;
import org.portevoix.web.Paging;

/**
 * What is translated, content by content, text by text and language by language.
 *
 * @param languages codes of the columns
 * @param isAlone whether nobody else could read what this person writes
 * @param invites address where somebody can be invited; "" where this person may not
 * @param language of the list of what waits; "" where all is shown
 */
record MatrixPage(
        List<ToDo> toDo,
        String kind,
        List<ContentListPage.Choice> kinds,
        List<ContentListPage.Choice> others,
        List<String> languages,
        Paging<Item> itemPaging,
        String language,
        String what,
        Paging<Waiting> waitingPaging,
        String query,
        boolean isAlone,
        String invites) {

    boolean isList() {
        return !language.isEmpty();
    }

    List<Item> items() {
        return itemPaging.items();
    }

    List<Waiting> waiting() {
        return waitingPaging.items();
    }

    /** Of what is shown. */
    Paging<?> paging() {
        return isList() ? waitingPaging : itemPaging;
    }

    /** A language, and how many contents wait in it: to be read, stale, missing. */
    record ToDo(String code, List<Count> cells) {}

    record Count(long count, String label, String address, boolean isChosen) {

        boolean isSome() {
            return count > 0;
        }
    }

    /** @param opens address that shows its texts one by one, or hides them */
    record Item(
            String anchor, String title, String opens, boolean isOpen, int texts, List<Cell> cells, List<Row> rows) {}

    /** A text of an item. */
    record Row(String label, List<Cell> cells) {}

    /**
     * @param count of the paragraphs in that state; 0 where it is not told
     * @param name of the language
     */
    record Cell(String state, long count, String address, String name) {}

    record Waiting(String title, String kind, String since, String address) {}
}
