// SPDX-License-Identifier: Apache-2.0
// Reads contact cards with ez-vcard, and prints what it has against them. W09 is about TYPE=work
// on EMAIL in version 3, which every address book writes.
import ezvcard.Ezvcard;
import ezvcard.VCard;
import java.nio.charset.StandardCharsets;

public class Cards {
  public static void main(String[] arguments) throws Exception {
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    int count = 0;
    for (VCard card : Ezvcard.parse(text).all()) {
      ++count;
      String said = card.validate(card.getVersion()).toString();
      if (!said.isBlank()) System.out.println(card.getFormattedName().getValue() + ": " + said);
    }
    System.out.println(count + " cards");
  }
}
