package org.portevoix.picture;

/**
 * A picture on a public page.
 *
 * @param alt what it shows; in the page's language where somebody has written and somebody else read it, else in French
 * @param language of {@code alt}
 */
record ShownPicture(String address, int width, int height, String alt, String language, String direction) {}
