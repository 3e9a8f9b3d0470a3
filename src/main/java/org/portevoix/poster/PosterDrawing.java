package org.portevoix.poster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.paper.Block;
import org.portevoix.paper.Booklet;
import org.portevoix.paper.Foot;
import org.portevoix.paper.Ink;
import org.portevoix.paper.Pictogram;
import org.portevoix.paper.Sheet;
import org.portevoix.paper.Words;

/**
 * Lays a poster out: from afar the title, the day and the hour; then what one needs to come; at the foot the code and the
 * telephone. The title takes all the room that the rest leaves, so that a long one shrinks and nothing overflows.
 */
final class PosterDrawing {

    /** The title is smaller than this only where nothing else can give way; on a flyer, which tells more, it need not be as large. */
    private static final float WISHED_TITLE = 50;

    private static final float WISHED_TITLE_OF_A_FLYER = 42;

    private static final float LARGEST_TITLE = 92;
    private static final float SMALLEST_TITLE = 20;

    private final Poster poster;
    private final float unit;
    private final float margin;
    private final Sheet sheet;
    private final Booklet booklet;

    private PosterDrawing(Poster poster, Paper paper) {
        this.poster = poster;
        this.unit = paper.scale();
        this.margin = 36 * unit;
        this.sheet = new Sheet(paper.width(), paper.height(), margin, poster.language(), poster.isRightToLeft());
        this.booklet = sheet.booklet();
    }

    /** As a PDF. */
    static byte[] draw(Poster poster, Paper paper) {
        return new PosterDrawing(poster, paper).draw();
    }

    private byte[] draw() {
        float top = drawHead(margin);
        Foot foot = new Foot(sheet, unit, 138 * unit, poster.foot());
        float room = sheet.bottom() - foot.height() - top;
        Body body = body(room);
        drawBody(body, top, room);
        foot.draw(sheet.bottom() - foot.height());
        return booklet.finish(poster.title().text());
    }

    /** The town; then the pictogram, the kind, and whether it is free. Gives where the next begins. */
    private float drawHead(float top) {
        float small = 20 * unit;
        pictogram("megaphone", 0, top, 26 * unit, Ink.DEEP);
        Block town = Block.fitted(poster.town(), true, inner() - 36 * unit, small * 1.6f, small, 9 * unit);
        say("P", town, 36 * unit, top + (26 * unit - town.height()) / 2, Ink.DEEP);

        float row = top + 42 * unit;
        float circle = 92 * unit;
        booklet.ornament(() -> {
            booklet.box(left(0, circle), row, circle, circle, circle / 2, Ink.DEEP);
            booklet.shape(
                    Pictogram.of(poster.icon(), 58 * unit), left(17 * unit, 58 * unit), row + 17 * unit, Ink.WHITE);
        });
        float free = drawFree(row, circle);
        float kindWidth = inner() - circle - 20 * unit - free;
        Block kind = Block.fitted(poster.kind(), true, kindWidth, circle, 44 * unit, 14 * unit);
        say("P", kind, circle + 20 * unit, row + (circle - kind.height()) / 2, Ink.DEEP);
        return row + circle + 16 * unit;
    }

    /** "Free", on a bright label at the end of the row; gives the width that it takes. */
    private float drawFree(float row, float tall) {
        Words free = poster.free();
        if (free == null) {
            return 0;
        }
        Block block = Block.fitted(free, true, inner() * .4f, tall / 2, 34 * unit, 14 * unit);
        float pad = 16 * unit;
        float wide = block.width() + 2 * pad;
        float high = block.height() + pad;
        float begin = inner() - wide;
        float labelTop = row + (tall - high) / 2;
        booklet.ornament(() -> booklet.box(left(begin, wide), labelTop, wide, high, 12 * unit, Ink.SUN));
        say("P", block, begin + pad, labelTop + pad / 2, Ink.BLACK);
        return wide + 14 * unit;
    }

    /** The largest title for which the rest still has room: what is under it gives way first, down to three quarters. */
    private Body body(float room) {
        float wished = unit * (poster.summary() == null ? WISHED_TITLE : WISHED_TITLE_OF_A_FLYER);
        Body best = null;
        for (float scale = 1; scale > .4f; scale -= .06f) {
            Body tried = body(room, scale * unit);
            if (best == null || tried.isBetterThan(best)) {
                best = tried;
            }
            boolean isGoodEnough = best.titleSize() >= wished || scale < .7f;
            if (best.isWithin() && isGoodEnough) {
                break;
            }
        }
        return Objects.requireNonNull(best);
    }

    private Body body(float room, float scale) {
        List<Block> when = new ArrayList<>();
        float icon = 62 * scale;
        for (int i = 0; i < poster.when().size(); i++) {
            float size = (i == 0 ? 48 : 44) * scale;
            when.add(Block.fitted(
                    poster.when().get(i), true, inner() - icon - 54 * scale, size * 2.9f, size, Math.min(size, 13)));
        }
        float band = when.isEmpty()
                ? 0
                : (float) when.stream().mapToDouble(Block::height).sum() + 32 * scale;

        List<Block> facts = new ArrayList<>();
        for (Announcement.Fact fact : poster.facts()) {
            float size = 25 * scale;
            facts.add(Block.fitted(fact.words(), false, inner() - 44 * scale, size * 4.6f, size, Math.min(size, 8)));
        }
        float gap = 9 * scale;
        float rest = band
                + (facts.isEmpty() ? 0 : 18 * scale)
                + (float) facts.stream()
                        .mapToDouble(block -> block.height() + gap)
                        .sum();

        Words told = poster.summary();
        Block summary = told == null
                ? null
                : Block.fitted(told, false, inner(), 21 * scale * 5.2f, 21 * scale, Math.min(11, scale * 20));
        if (summary != null) {
            rest += summary.height() + 14 * scale;
        }
        Block title = Block.fitted(
                poster.title(),
                true,
                inner(),
                Math.max(room - rest - 30 * unit, 40 * unit),
                LARGEST_TITLE * unit,
                SMALLEST_TITLE * unit);
        float height = title.height() + rest;
        return new Body(title, summary, when, band, facts, scale, gap, height, height + 12 * unit <= room);
    }

    private void drawBody(Body body, float top, float room) {
        float scale = body.scale();
        float spare = Math.max(0, room - body.height() - 14 * unit);
        float at = top + Math.min(spare * .4f, 40 * unit);
        say("H1", body.title(), 0, at, Ink.BLACK);
        at += body.title().height() + 10 * unit;
        if (body.summary() != null) {
            say("P", body.summary(), 0, at, Ink.BLACK);
            at += body.summary().height() + 14 * scale;
        }
        at += Math.min(spare * .25f, 24 * unit);
        if (!body.when().isEmpty()) {
            float bandTop = at;
            float icon = 62 * scale;
            booklet.ornament(() -> {
                booklet.box(margin, bandTop, inner(), body.band(), 16 * unit, Ink.DEEP);
                booklet.shape(
                        Pictogram.of("calendar", icon),
                        left(18 * scale, icon),
                        bandTop + (body.band() - icon) / 2,
                        Ink.WHITE);
            });
            float line = at + 16 * scale;
            for (Block block : body.when()) {
                say("P", block, icon + 36 * scale, line, Ink.WHITE);
                line += block.height();
            }
            at += body.band();
        }
        at += 18 * scale + Math.min(spare * .15f, 16 * unit);
        float icon = 30 * scale;
        for (int i = 0; i < body.facts().size(); i++) {
            Block block = body.facts().get(i);
            String name = poster.facts().get(i).icon();
            if (!name.isEmpty()) {
                pictogram(name, 0, at + (block.leading() - icon) / 2, icon, Ink.DEEP);
            }
            say("P", block, 44 * scale, at, Ink.BLACK);
            at += block.height() + body.gap();
        }
    }

    private void pictogram(String icon, float start, float top, float side, Ink ink) {
        sheet.pictogram(icon, start, top, side, ink);
    }

    private void say(String role, Block block, float start, float top, Ink ink) {
        sheet.say(role, block, start, top, ink);
    }

    private float left(float start, float wide) {
        return sheet.left(start, wide);
    }

    private float inner() {
        return sheet.inner();
    }

    private record Body(
            Block title,
            @Nullable Block summary,
            List<Block> when,
            float band,
            List<Block> facts,
            float scale,
            float gap,
            float height,
            boolean isWithin) {

        boolean isBetterThan(Body other) {
            return isWithin != other.isWithin ? isWithin : titleSize() > other.titleSize();
        }

        float titleSize() {
            return title.size();
        }
    }
}
