package org.portevoix.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The foot of a sheet: the code that a telephone reads, the number that one can call, the address in letters, small print. */
public final class Foot {

    /**
     * @param address to which the code leads
     * @param notes in small print
     */
    public record Told(
            String address,
            Words scan,
            Words call,
            Words telephone,
            @Nullable Words telephoneHours,
            List<Words> notes) {}

    private final Sheet sheet;
    private final float unit;
    private final Told told;
    private final float code;
    private final Block scan;
    private final Block call;
    private final Block number;
    private final @Nullable Block open;
    private final Block address;
    private final List<Block> notes;

    /**
     * @param unit of lengths, 1 on A4
     * @param code side of the code
     */
    public Foot(Sheet sheet, float unit, float code, Told told) {
        this.sheet = sheet;
        this.unit = unit;
        this.told = told;
        this.code = code;
        float inner = sheet.inner();
        float beside = inner - code - 30 * unit;
        this.scan = Block.fitted(told.scan(), true, beside, 60 * unit, 25 * unit, 11 * unit);
        this.call = Block.fitted(told.call(), false, beside, 44 * unit, 20 * unit, 10 * unit);
        this.number = Block.fitted(told.telephone(), true, beside - 44 * unit, 60 * unit, 42 * unit, 14 * unit);
        Words hours = told.telephoneHours();
        this.open = hours == null ? null : Block.fitted(hours, false, beside, 32 * unit, 14 * unit, 8 * unit);
        this.address = Block.fitted(Words.plain(told.address()), false, inner, 26 * unit, 11.5f * unit, 7 * unit);
        this.notes = told.notes().stream()
                .map(note -> Block.fitted(note, false, inner, 30 * unit, 12 * unit, 7.5f * unit))
                .toList();
    }

    public float height() {
        return row()
                + address.height()
                + (float) notes.stream().mapToDouble(Block::height).sum()
                + 8 * unit;
    }

    public void draw(float top) {
        Booklet booklet = sheet.booklet();
        booklet.ornament(() -> booklet.box(sheet.margin(), top, sheet.inner(), 2 * unit, 0, Ink.LINE));
        float rowTop = top + 14 * unit;
        float left = sheet.left(0, code);
        booklet.link(
                told.scan().text() + " " + told.address(),
                told.address(),
                left,
                rowTop,
                code,
                () -> booklet.shape(QrCode.of(told.address(), code), left, rowTop, Ink.BLACK));
        float begin = code + 30 * unit;
        float at = rowTop + Math.max(0, (code - beside()) / 2);
        sheet.say("P", scan, begin, at, Ink.BLACK);
        at += scan.height() + 8 * unit;
        sheet.say("P", call, begin, at, Ink.BLACK);
        at += call.height();
        float icon = 32 * unit;
        sheet.pictogram("phone", begin, at + (number.height() - icon) / 2, icon, Ink.DEEP);
        sheet.say("P", number, begin + 44 * unit, at, Ink.BLACK);
        at += number.height();
        if (open != null) {
            sheet.say("P", open, begin, at, Ink.SOFT);
        }
        float low = top + row();
        sheet.say("P", address, 0, low, Ink.SOFT);
        low += address.height() + 4 * unit;
        for (Block note : notes) {
            sheet.say("P", note, 0, low, Ink.SOFT);
            low += note.height();
        }
    }

    private float row() {
        return Math.max(code, beside()) + 20 * unit;
    }

    private float beside() {
        return scan.height() + call.height() + number.height() + (open == null ? 0 : open.height()) + 8 * unit;
    }
}
