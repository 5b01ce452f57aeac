/** Descriptions of the demo issues, as a person would type them. */
export const CHECKOUT_REDESIGN = `## Why

One in three carts is left at the payment step. Interviews point at **three forced page loads** and a *hidden* total. :rocket:

## Goals

1. One page from cart to receipt
2. Saved cards, with consent
3. Totals that are right in every currency:
    - zero-decimal currencies (JPY, KRW)
    - three-decimal currencies (KWD)

| Measure | Today | Target |
| --- | --- | --- |
| Abandoned at payment | 34 % | 20 % |
| Median time to pay | 96 s | 45 s |

Research notes are in the [checkout study](https://acme.example/research/checkout).`;

export const ONE_PAGE_CHECKOUT = `As a buyer I want to **see and change everything on one page**, so that I never lose my place.

### Acceptance criteria

- Address, delivery and payment on one page
- The total follows every change within \`200 ms\`
- Works with the keyboard alone

> Legal asks that the terms stay visible next to the button.`;

export const SAVED_CARDS = `Let buyers keep a card for next time. :credit_card:

- ask for consent, never tick the box for them
- show the last four digits only
- ~~store the card number~~ the vault keeps it, we keep its token`;

export const TOTALS_IN_YEN = `Totals in JPY come out one yen short. :bug:

### Steps

1. Put two items of ¥333 with 10 % tax in the cart
2. Open the checkout

**Expected:** ¥733 **Actual:** ¥732

\`\`\`ts
const tax = round(round(price * rate) * quantity); // rounds twice
\`\`\``;

export const WRITE_MIGRATION = `Add \`checkout_session\` and backfill open carts. Must be safe to run twice.`;

export const MOBILE_WALLETS = `Bring Apple Pay and Google Pay to the app.

- [ ] is not a list Jira knows, so this stays text
- sheet opens in one tap`;
