/**
 * The first consent wording in Polish, as the sample’s committee has adopted it. A charity has its own checked by
 * somebody who speaks the language.
 */
export const POLISH_WORDING = `
# Co robimy
{charity} chce dać Twojemu dziecku mentora. Mentor to dorosła osoba, która poświęca dziecku swój czas. Każdego mentora najpierw sprawdzamy i szkolimy.
Spotykają się, żeby rozmawiać i robić to, co Twoje dziecko lubi. Dzień, godzinę i miejsce najpierw uzgadniamy z Tobą.
Odpowiedz „tak” lub „nie” na każdy punkt. Żeby zacząć, potrzebujemy „tak” w dwóch pierwszych. W pozostałych możesz powiedzieć „nie”, a dziecko i tak może mieć mentora.
Twoje „tak” jest ważne przez {time}. Potem zapytamy ponownie. Możesz zmienić zdanie w każdej chwili, przez ten sam link. Zmiana działa od razu. Nie musisz mówić dlaczego.
Możemy zapytać więcej niż jednego rodzica. Jeśli jedno z Was powie „nie”, odpowiedź brzmi „nie”.
# Udział w programie
Czy Twoje dziecko może mieć mentora?
Bez Twojego „tak” nie możemy zacząć.
# Spotkania w miejscach publicznych
Czy mogą się spotykać w miejscach publicznych, na przykład w kawiarni lub w parku?
Bez Twojego „tak” nie możemy zacząć. Inni ludzie ich tam widzą i słyszą. Sami we dwoje nigdy nie spotykają się w domu.
# Jazda samochodem z mentorem
Czy Twoje dziecko może jechać samochodem z mentorem?
Staramy się tego unikać. O każdej jeździe wiemy wcześniej i zapisujemy ją.
# Wyjścia i zajęcia
Czy mogą chodzić na wycieczki i próbować nowych rzeczy, na przykład sportu?
Najpierw sprawdzamy, co jest niebezpieczne. Plan uzgadniamy z Tobą przed tym dniem.
# Pierwsza pomoc i nagłe leczenie
Czy mentor może udzielić pierwszej pomocy, a lekarz leczyć dziecko, jeśli nie można czekać?
Od razu do Ciebie dzwonimy. Ale pomoc nie może czekać, aż się dodzwonimy.
# Zdjęcia
Czy możemy robić zdjęcia Twojemu dziecku?
Pokazujemy na nich, co robimy. Nigdy nie podajemy nazwiska. Zapytamy ponownie, zanim zdjęcie trafi do internetu.
# Rozmowy ze szkołą
Czy możemy rozmawiać ze szkołą dziecka o programie?
Szkoła może nam powiedzieć, co pomaga. Mówimy jej tylko to, co musi wiedzieć.
# Rozmowy z osobami, które pomagają rodzinie
Czy możemy rozmawiać z osobami, które nam wskażesz?
To ktoś, kto pomaga Twojej rodzinie, na przykład pracownik socjalny lub pielęgniarka. Nie musisz wtedy mówić wszystkiego dwa razy.
# Jeśli dziecko jest w niebezpieczeństwie
Jeśli myślimy, że dziecko jest w niebezpieczeństwie, musimy działać. Możemy wtedy powiadomić osoby, które dbają o bezpieczeństwo dzieci. Prawo pozwala na to bez zgody, więc o nią nie prosimy. Jeśli możemy, najpierw mówimy o tym Tobie.
# Twoje odpowiedzi
{charity} bezpiecznie przechowuje Twoje odpowiedzi. Widzą je tylko osoby, które prowadzą program.
Możesz zapytać, co przechowujemy o Tobie i o dziecku, i jak długo. Jeśli coś jest źle, poprawimy to. Jeśli coś Ci się nie podoba, możesz powiadomić urząd Information Commissioner, ico.org.uk.
# Co podpisujesz
Mam władzę rodzicielską nad tym dzieckiem albo podpisuję w imieniu rady, która ją ma.
Przeczytałem lub przeczytałam ten formularz. To są moje odpowiedzi. Wpisane imię i nazwisko to mój podpis.
# Dla młodej osoby, która ma 18 lat
# Co robimy
Masz mentora z {charity}. Masz już 18 lat, więc decydujesz za siebie. To, co powiedzieli Twoi rodzice, już się nie liczy.
Odpowiedz „tak” lub „nie” na każdy punkt. Żeby iść dalej, potrzebujemy „tak” w dwóch pierwszych. W pozostałych możesz powiedzieć „nie” i zachować mentora.
Twoje „tak” jest ważne przez {time}. Potem zapytamy ponownie. Możesz zmienić zdanie w każdej chwili, przez ten sam link. Zmiana działa od razu. Nie musisz mówić dlaczego.
# Udział w programie
Czy chcesz dalej mieć mentora?
Bez Twojego „tak” nie możemy iść dalej.
# Spotkania w miejscach publicznych
Czy będziecie się spotykać w miejscach publicznych, na przykład w kawiarni lub w parku?
Bez Twojego „tak” nie możemy iść dalej. Inni ludzie Was tam widzą i słyszą.
# Jazda samochodem z mentorem
Czy możesz jechać samochodem z mentorem?
Staramy się tego unikać. O każdej jeździe wiemy wcześniej i zapisujemy ją.
# Wyjścia i zajęcia
Czy możecie chodzić na wycieczki i próbować nowych rzeczy, na przykład sportu?
Najpierw sprawdzamy, co jest niebezpieczne.
# Pierwsza pomoc i nagłe leczenie
Czy mentor może Ci udzielić pierwszej pomocy, a lekarz Cię leczyć, jeśli nie można czekać?
Pomoc nie może czekać.
# Zdjęcia
Czy możemy robić Ci zdjęcia?
Pokazujemy na nich, co robimy. Nigdy nie podajemy nazwiska. Zapytamy ponownie, zanim zdjęcie trafi do internetu.
# Rozmowy ze szkołą
Czy możemy rozmawiać z Twoją szkołą o programie?
Szkoła może nam powiedzieć, co pomaga. Mówimy jej tylko to, co musi wiedzieć.
# Rozmowy z osobami, które Ci pomagają
Czy możemy rozmawiać z osobami, które Ci pomagają?
To na przykład pracownik socjalny lub pielęgniarka. Nie musisz wtedy mówić wszystkiego dwa razy.
# Jeśli ktoś jest w niebezpieczeństwie
Jeśli myślimy, że ktoś jest w niebezpieczeństwie, musimy działać. Możemy wtedy powiadomić osoby, które dbają o bezpieczeństwo ludzi. Prawo pozwala na to bez zgody, więc o nią nie prosimy. Jeśli możemy, najpierw mówimy o tym Tobie.
# Twoje odpowiedzi
{charity} bezpiecznie przechowuje Twoje odpowiedzi. Widzą je tylko osoby, które prowadzą program.
Możesz zapytać, co o Tobie przechowujemy i jak długo. Jeśli coś jest źle, poprawimy to. Jeśli coś Ci się nie podoba, możesz powiadomić urząd Information Commissioner, ico.org.uk.
# Co podpisujesz
Mam 18 lat lub więcej i odpowiadam za siebie.
Przeczytałem lub przeczytałam ten formularz. To są moje odpowiedzi. Wpisane imię i nazwisko to mój podpis.
`
