-- name: touch_edition
update app_editions set number = number + 1 where area = 'public';

-- name: public_edition
select number from app_editions where area = 'public';

-- name: site_value
select value from app_site where name = :name;

-- name: set_site_value
insert into app_site (name, value) values (:name, :value)
on conflict (name) do update set value = excluded.value;
