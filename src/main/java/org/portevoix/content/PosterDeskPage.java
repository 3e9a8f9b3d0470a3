package org.portevoix.content;

import java.util.List;

/**
 * The posters of one item.
 *
 * @param isShown whether residents read it: a code must lead somewhere
 * @param guessed where the codes lead as long as the operator has not set the address of the site; "" once it is set
 * @param page address of the page to which the code leads, in French
 */
record PosterDeskPage(String contract, String title, boolean isShown, String guessed, List<Row> rows, String page) {

    /**
     * One language.
     *
     * @param base of the addresses of its files
     * @param standing how much of it is in this language: WHOLE, PARTLY_IN_FRENCH, TITLE_IN_FRENCH
     */
    record Row(String code, String endonym, String direction, String base, String standing) {

        boolean isWhole() {
            return standing.equals("WHOLE");
        }
    }
}
